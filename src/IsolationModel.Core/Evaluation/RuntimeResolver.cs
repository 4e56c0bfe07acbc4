using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// Finds out which technology really runs a workload: class name, RuntimeClass object, handler, technology. A name alone proves nothing, and
/// what is not known stays unknown.
/// </summary>
internal static class RuntimeResolver
{
    public static RuntimeResolution Resolve(ModelIndex model, RunIndex run, DescriptorFile file, Workload workload)
    {
        var reference = workload.Runtime;
        return reference.State switch
        {
            RuntimeReferenceState.Absent => Default(model, workload),
            RuntimeReferenceState.Unresolved => Unknown($"{reference.Field} '{reference.Name}' is a placeholder or not a name; render the template and check the output"),
            _ when reference.NameKind == RuntimeNameKind.RuntimeClass => ResolveClass(model, run, file, reference.Name),
            _ => ResolveHandler(model, reference.Name, $"handler '{reference.Name}'", default),
        };
    }

    private static RuntimeResolution Default(ModelIndex model, Workload workload)
    {
        var platform = model.Platform(workload.PlatformId);
        var technology = platform?.DefaultTechnologyId is { } id ? model.Technology(id) : null;
        return technology is null
            ? Unknown($"the model has no default for platform '{workload.PlatformId}'")
            : new RuntimeResolution(technology, RuntimeConfidence.AssumedDefault, $"the default, since {workload.Runtime.Field} is not set", default);
    }

    private static RuntimeResolution ResolveClass(ModelIndex model, RunIndex run, DescriptorFile file, string name)
    {
        var objects = run.RuntimeClasses(name, file);
        var named = model.RuntimeName(RuntimeNameKind.RuntimeClass, name);
        if (objects.Count > 0)
        {
            var resolved = ResolveObjects(model, name, objects);
            if (resolved.Technology is not null || named is not { IsDeclared: true })
            {
                return resolved;
            }
        }

        if (named is null)
        {
            return Unknown($"RuntimeClass '{name}' is not among the files and its name is not known; check its object along, or name it in an overlay under names.runtimeClass");
        }

        if (named.TechnologyId is null)
        {
            return Unknown($"RuntimeClass '{name}' says nothing certain{Note(named)}");
        }

        var technology = model.Technology(named.TechnologyId)!;
        return named.IsDeclared
            ? new RuntimeResolution(technology, RuntimeConfidence.Known, $"RuntimeClass '{name}', as the overlay says", default)
            : new RuntimeResolution(technology, RuntimeConfidence.Likely, $"by the name of RuntimeClass '{name}' alone; its object is not among the files", default);
    }

    private static RuntimeResolution ResolveObjects(ModelIndex model, string name, IReadOnlyList<(DescriptorFile File, RuntimeClassObject Class)> objects)
    {
        var handlers = objects.Select(entry => entry.Class.Handler).Distinct(StringComparer.Ordinal).ToList();
        var related = objects.Select(entry => Place(entry.File, entry.Class)).ToEquatableArray();
        if (handlers.Count > 1)
        {
            var places = string.Join(", ", handlers.Select(handler => $"'{handler ?? "?"}'").OrderBy(text => text, StringComparer.Ordinal));
            return Unknown($"RuntimeClass '{name}' is defined more than once with different handlers: {places}", related);
        }

        return handlers[0] is { } handler
            ? ResolveHandler(model, handler, $"RuntimeClass '{name}' with handler '{handler}'", related)
            : Unknown($"the handler of RuntimeClass '{name}' cannot be read", related);
    }

    private static RuntimeResolution ResolveHandler(ModelIndex model, string handler, string path, EquatableArray<RelatedLocation> related)
    {
        var named = model.RuntimeName(RuntimeNameKind.RuntimeHandler, handler);
        if (named is null)
        {
            return Unknown($"{path}: the handler is not known; name it in an overlay under names.runtimeHandler", related);
        }

        return named.TechnologyId is null
            ? Unknown($"{path}: the handler says nothing certain{Note(named)}", related)
            : new RuntimeResolution(model.Technology(named.TechnologyId)!, RuntimeConfidence.Known, path, related);
    }

    private static RelatedLocation Place(DescriptorFile file, RuntimeClassObject runtimeClass) => RelatedLocation.At(
        file.Path,
        file.Lines,
        runtimeClass.Range,
        $"RuntimeClass '{runtimeClass.Name}' has handler '{runtimeClass.Handler ?? "?"}'");

    private static string Note(RuntimeName name) => name.Note is null ? string.Empty : $" ({Sentence.AsClause(name.Note)})";

    private static RuntimeResolution Unknown(string reason, EquatableArray<RelatedLocation> related = default) =>
        new(null, RuntimeConfidence.Unknown, reason, related);
}
