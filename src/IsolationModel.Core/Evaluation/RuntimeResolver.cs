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
    public static RuntimeResolution Resolve(ModelIndex model, RunIndex run, DescriptorFile file, Workload workload) => workload.PodsOf is { } other
        ? Unknown($"its pods are those of {other.DisplayName}, which is not among the files; check its object along")
        : Resolve(model, run, file, workload, workload.Runtime);

    private static RuntimeResolution Resolve(ModelIndex model, RunIndex run, DescriptorFile file, Workload workload, RuntimeReference reference) => reference.State switch
    {
        RuntimeReferenceState.Absent => Default(model, workload, reference),
        RuntimeReferenceState.Unresolved => Unknown(reference.Reason ?? $"{reference.Field} '{reference.Name}' is a placeholder or not a name; render the template and check the output"),
        _ when reference.TechnologyId is { } id => ResolveTechnology(model, workload, reference, id),
        _ when reference.Selector is { } selector => ResolveSelector(model, run, file, workload, selector),
        _ when reference.NameKind == RuntimeNameKind.RuntimeClass => ResolveClass(model, run, file, reference.Name),
        _ => ResolveHandler(model, reference.Name, $"handler '{reference.Name}'", default),
    };

    private static RuntimeResolution Default(ModelIndex model, Workload workload, RuntimeReference reference)
    {
        var platform = model.Platform(workload.PlatformId);
        var technology = platform?.DefaultTechnologyId is { } id ? model.Technology(id) : null;
        return technology is null
            ? Unknown($"the model has no default for platform '{workload.PlatformId}'")
            : new RuntimeResolution(technology, RuntimeConfidence.AssumedDefault, $"the default, since {reference.Field} is not set", default);
    }

    private static RuntimeResolution ResolveTechnology(ModelIndex model, Workload workload, RuntimeReference reference, string id) => model.Technology(id) is { } technology
        ? new RuntimeResolution(technology, RuntimeConfidence.Known, $"by {reference.Field} of {workload.Kind}", default)
        : Unknown($"the model has no technology '{id}', which {reference.Field} of {workload.Kind} means");

    /// <summary>Another object picks the runtime: what it picks, and on which word of it that rests.</summary>
    private static RuntimeResolution ResolveSelector(ModelIndex model, RunIndex run, DescriptorFile file, Workload workload, ObjectReference meant)
    {
        var objects = run.RuntimeSelectors(meant, file);
        if (objects.Count == 0)
        {
            return Unknown($"{meant.DisplayName} is not among the files; check its object along");
        }

        var related = objects
            .Select(entry => RelatedLocation.At(entry.File.Path, entry.File.Lines, entry.Selector.Range, $"{meant.DisplayName} picks the runtime"))
            .ToEquatableArray();
        var (from, first) = objects[0];
        if (objects.Any(entry => entry.Selector.Runtime with { Range = default } != first.Runtime with { Range = default }))
        {
            return Unknown($"{meant.DisplayName} is defined more than once and picks different runtimes", related);
        }

        var resolved = Resolve(model, run, from, workload, first.Runtime);
        return resolved with { Reason = $"{meant.DisplayName}: {resolved.Reason}", Related = related.Concat(resolved.Related).ToEquatableArray() };
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
