using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// Finds out which technology really runs a workload: class name, RuntimeClass object, handler, configuration of the nodes, technology. A name
/// alone proves nothing, and what is not known stays unknown.
/// </summary>
internal static class RuntimeResolver
{
    public static RuntimeResolution Resolve(ModelIndex model, RunIndex run, DescriptorFile file, Workload workload) => workload.PodsOf is { } other
        ? HandlerResolver.Unknown($"its pods are those of {other.DisplayName}, which is not among the files; check its object along")
        : Under(workload.Runtime, Resolve(model, run, file, workload, workload.Runtime));

    /// <summary>What depends on something that no file decides is likely at best.</summary>
    private static RuntimeResolution Under(RuntimeReference reference, RuntimeResolution resolved) => reference.Condition is not { } condition ? resolved : resolved with
    {
        Reason = $"{resolved.Reason}, {condition}",
        Confidence = resolved.Confidence == RuntimeConfidence.Known ? RuntimeConfidence.Likely : resolved.Confidence,
    };

    private static RuntimeResolution Resolve(ModelIndex model, RunIndex run, DescriptorFile file, Workload workload, RuntimeReference reference) => reference.State switch
    {
        RuntimeReferenceState.Absent or RuntimeReferenceState.Empty => DefaultRuntime.Resolve(model, run, workload, reference),
        RuntimeReferenceState.Unresolved => HandlerResolver.Unknown(reference.Reason ?? $"{reference.Field} '{reference.Name}' is a placeholder or not a name; render the template and check the output"),
        _ when reference.TechnologyId is { } id => ResolveTechnology(model, workload, reference, id),
        _ when reference.OfferedBy is { } platform => DefaultRuntime.Offered(model, platform),
        _ when reference.Selector is { } selector => ResolveSelector(model, run, file, workload, selector),
        _ when EngineRuntime.IsOfEngine(reference.NameKind) => EngineRuntime.Resolve(model, run, workload, reference),
        _ when reference.NameKind == RuntimeNameKind.RuntimeClass => ResolveClass(model, run, file, reference.Name),
        _ => HandlerResolver.Resolve(model, run, reference.Name, $"handler '{reference.Name}'", default),
    };

    private static RuntimeResolution ResolveTechnology(ModelIndex model, Workload workload, RuntimeReference reference, string id) => model.Technology(id) is { } technology
        ? new RuntimeResolution(technology, RuntimeConfidence.Known, $"by {reference.Field} of {workload.Kind}", default)
        : HandlerResolver.Unknown($"the model has no technology '{id}', which {reference.Field} of {workload.Kind} means");

    /// <summary>Another object picks the runtime: what it picks, and on which word of it that rests.</summary>
    private static RuntimeResolution ResolveSelector(ModelIndex model, RunIndex run, DescriptorFile file, Workload workload, ObjectReference meant)
    {
        var objects = run.RuntimeSelectors(meant, file);
        if (objects.Count == 0)
        {
            return HandlerResolver.Unknown($"{meant.DisplayName} is not among the files; check its object along");
        }

        var related = objects
            .Select(entry => RelatedLocation.At(entry.File.Path, entry.File.Lines, entry.Selector.Range, $"{meant.DisplayName} picks the runtime"))
            .ToEquatableArray();
        var (from, first) = objects[0];
        if (objects.Any(entry => entry.Selector.Runtime with { Range = default } != first.Runtime with { Range = default }))
        {
            return HandlerResolver.Unknown($"{meant.DisplayName} is defined more than once and picks different runtimes", related);
        }

        var resolved = Resolve(model, run, from, workload, first.Runtime with { Selector = null });
        return resolved with { Reason = $"{meant.DisplayName}: {resolved.Reason}", Related = related.Concat(resolved.Related).ToEquatableArray() };
    }

    /// <summary>What runs pods of a class, seen from a file.</summary>
    public static RuntimeResolution ResolveClass(ModelIndex model, RunIndex run, DescriptorFile file, string name)
    {
        var objects = run.RuntimeClasses(name, file);
        var named = model.RuntimeName(RuntimeNameKind.RuntimeClass, name);
        if (objects.Count > 0)
        {
            var resolved = ResolveObjects(model, run, name, objects) with { Classes = objects };
            if (resolved.Technology is not null || named is not { IsDeclared: true })
            {
                return resolved;
            }
        }

        if (named is null)
        {
            return HandlerResolver.Unknown($"RuntimeClass '{name}' is not among the files and its name is not known; check its object along, or name it in an overlay under names.runtimeClass");
        }

        if (named.TechnologyId is null)
        {
            return HandlerResolver.Unknown($"RuntimeClass '{name}' says nothing certain{HandlerResolver.Note(named)}");
        }

        var technology = model.Technology(named.TechnologyId)!;
        var (confidence, reason) = named.IsDeclared
            ? (RuntimeConfidence.Known, $"RuntimeClass '{name}', as the overlay says")
            : (RuntimeConfidence.Likely, $"by the name of RuntimeClass '{name}' alone; its object is not among the files");
        return new RuntimeResolution(technology, confidence, reason, default) { Nodes = NodeState.Of(run, NodePlatforms.Kubernetes, []), Classes = objects };
    }

    private static RuntimeResolution ResolveObjects(ModelIndex model, RunIndex run, string name, IReadOnlyList<(DescriptorFile File, RuntimeClassObject Class)> objects)
    {
        var handlers = objects.Select(entry => entry.Class.Handler).Distinct(StringComparer.Ordinal).ToList();
        var related = objects.Select(entry => Place(entry.File, entry.Class)).ToEquatableArray();
        if (handlers.Count > 1)
        {
            var places = string.Join(", ", handlers.Select(handler => $"'{handler ?? "?"}'").OrderBy(text => text, StringComparer.Ordinal));
            return HandlerResolver.Unknown($"RuntimeClass '{name}' is defined more than once with different handlers: {places}", related);
        }

        return handlers[0] is { } handler
            ? HandlerResolver.Resolve(model, run, handler, $"RuntimeClass '{name}' with handler '{handler}'", related)
            : HandlerResolver.Unknown($"the handler of RuntimeClass '{name}' cannot be read", related);
    }

    private static RelatedLocation Place(DescriptorFile file, RuntimeClassObject runtimeClass) => RelatedLocation.At(
        file.Path,
        file.Lines,
        runtimeClass.Range,
        $"RuntimeClass '{runtimeClass.Name}' has handler '{runtimeClass.Handler ?? "?"}'");
}
