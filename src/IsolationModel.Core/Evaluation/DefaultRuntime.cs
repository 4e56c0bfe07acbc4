using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What runs a workload that picks nothing: what a profile of the cluster gives it to, the default of the nodes, or that of the platform.</summary>
internal static class DefaultRuntime
{
    private const string Windows = "windows";

    /// <summary>The default handler of containerd on Windows (containerd pkg/cri/config/config_windows.go).</summary>
    private const string WindowsHandler = "runhcs-wcow-process";

    public static RuntimeResolution Resolve(ModelIndex model, RunIndex run, Workload workload, RuntimeReference reference)
    {
        var why = Unset(reference);
        if (reference.NameKind == RuntimeNameKind.RuntimeClass)
        {
            if (FromProfile(model, run, workload) is { } profiled)
            {
                return profiled;
            }

            if (FromNodes(model, run, workload, why) is { } configured)
            {
                return configured;
            }

            if (workload.Placement.OperatingSystem == Windows && model.RuntimeName(RuntimeNameKind.RuntimeHandler, WindowsHandler)?.TechnologyId is { } process)
            {
                return new RuntimeResolution(model.Technology(process), RuntimeConfidence.AssumedDefault, $"the default on Windows, since {why}", default);
            }
        }
        else if (EngineRuntime.IsOfEngine(reference.NameKind))
        {
            return EngineRuntime.ResolveDefault(model, run, workload, reference, why);
        }

        var platform = model.Platform(workload.PlatformId);
        var technology = platform?.DefaultTechnologyId is { } id ? model.Technology(id) : null;
        return technology is null
            ? HandlerResolver.Unknown($"the model has no default for platform '{workload.PlatformId}'")
            : new RuntimeResolution(technology, RuntimeConfidence.AssumedDefault, $"the default, since {why}", default) { Nodes = NodeState.Of(run, workload.PlatformId, []) };
    }

    /// <summary>What runs on a platform that picks the runtime itself.</summary>
    public static RuntimeResolution Offered(ModelIndex model, string platformId)
    {
        var name = model.Platform(platformId)?.Name.English ?? platformId;
        return OfferedBy(model, platformId) is { } technology
            ? new RuntimeResolution(technology, RuntimeConfidence.Known, $"what {name} runs it in", default)
            : HandlerResolver.Unknown($"it runs on {name}, of which the model names no technology");
    }

    private static TechnologyDefinition? OfferedBy(ModelIndex model, string platformId)
    {
        var platform = new EntryReference(EntryKind.Platform, platformId);
        return model.Definition.Technologies.FirstOrDefault(entry => entry.Relations.Any(relation => relation.Relation == RelationKind.OfferedBy && relation.Target == platform));
    }

    /// <summary>Why nothing is picked: said exactly, because the near misses look as if something were.</summary>
    private static string Unset(RuntimeReference reference) => reference switch
    {
        { State: RuntimeReferenceState.Empty } => $"{reference.Field} is empty, which the API server refuses",
        { Misspelt: { } other } => $"{reference.Field} is not set: '{other.Value}' is another field, which the API server ignores",
        _ => $"{reference.Field} is not set",
    };

    /// <summary>Nothing in a manifest selects Fargate; a profile of the cluster does. DaemonSets stay on the nodes.</summary>
    private static RuntimeResolution? FromProfile(ModelIndex model, RunIndex run, Workload workload)
    {
        if (workload.Kind == "DaemonSet" || workload.Placement.OperatingSystem == Windows || run.Profile(workload) is not { } match)
        {
            return null;
        }

        var (file, profile) = match;
        var technology = OfferedBy(model, profile.PlatformId);
        EquatableArray<RelatedLocation> related = new[] { RelatedLocation.At(file.Path, file.Lines, profile.Range, $"profile '{profile.Name}' takes the pod") }.ToEquatableArray();
        return technology is null
            ? HandlerResolver.Unknown($"profile '{profile.Name}' of {file.Path} gives it to {profile.PlatformId}, of which the model names no technology", related)
            : new RuntimeResolution(technology, RuntimeConfidence.Known, $"profile '{profile.Name}' of {file.Path} gives it to {model.Platform(profile.PlatformId)?.Name.English ?? profile.PlatformId}", related);
    }

    /// <summary>The default of the nodes, where their configuration files are known and can run the workload's operating system.</summary>
    private static RuntimeResolution? FromNodes(ModelIndex model, RunIndex run, Workload workload, string why)
    {
        RuntimeResolution? found = null;
        foreach (var (file, handler) in run.DefaultHandlers(workload.PlatformId))
        {
            var place = RelatedLocation.At(file.Path, file.Lines, handler.Range, $"'{handler.Value}' runs pods that name no class");
            var resolved = HandlerResolver.Resolve(model, run, handler.Value, $"the default of the nodes, since {why}: handler '{handler.Value}'", new[] { place }.ToEquatableArray());
            if (resolved.Technology is { } technology && !Runs(technology, workload.Placement.OperatingSystem ?? "linux"))
            {
                continue;
            }

            if (found is not null && !ReferenceEquals(found.Technology, resolved.Technology))
            {
                return HandlerResolver.Unknown(
                    $"{why}, and the configuration files of nodes disagree about the default: {string.Join(", ", run.DefaultHandlers(workload.PlatformId).Select(entry => $"'{entry.Handler.Value}' in {entry.File.Path}"))}",
                    found.Related.Concat(resolved.Related).Distinct().ToEquatableArray());
            }

            found ??= resolved;
        }

        return found;
    }

    private static bool Runs(TechnologyDefinition technology, string operatingSystem) =>
        technology.Find(ModelDefinition.GuestOsAttributeId)?.Value is not SetInterval systems || systems.Against(new SetThreshold(NeedsAll: true, new[] { operatingSystem }.ToEquatableArray())) != Outcome.Fails;
}
