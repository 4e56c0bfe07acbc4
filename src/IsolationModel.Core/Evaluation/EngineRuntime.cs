using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// What Docker or Podman run a container with: as an overlay says, else as the configuration file of the engine registers the name, else by what
/// the engine finds under such a name without being told, else by what the name commonly means.
/// </summary>
internal static class EngineRuntime
{
    private const string ShimPrefix = "io.containerd.";

    /// <summary>The kinds of names that are looked up in turn, with the engines that take them.</summary>
    private static readonly RuntimeNameKind[] OfDocker = [RuntimeNameKind.ComposeRuntime, RuntimeNameKind.DockerRuntime, RuntimeNameKind.ContainerdRuntimeType];

    private static readonly RuntimeNameKind[] OfPodman = [RuntimeNameKind.OciRuntime];

    /// <summary>What the daemon registers by itself (moby daemon/runtime_unix.go).</summary>
    private static readonly string[] Stock = ["runc", "io.containerd.runc.v2"];

    /// <summary>The kinds of names by which a container of an engine can pick what runs it; null for a platform that is no engine.</summary>
    public static IReadOnlyList<RuntimeNameKind>? KindsOf(string platformId) => platformId switch
    {
        NodePlatforms.Docker => [.. OfDocker, RuntimeNameKind.DockerIsolation],
        NodePlatforms.Podman => OfPodman,
        _ => null,
    };

    /// <summary>Whether names of a kind are resolved by an engine, without a cluster.</summary>
    public static bool IsOfEngine(RuntimeNameKind kind) =>
        kind is RuntimeNameKind.ComposeRuntime or RuntimeNameKind.DockerRuntime or RuntimeNameKind.DockerIsolation or RuntimeNameKind.OciRuntime or RuntimeNameKind.ContainerdRuntimeType;

    /// <summary>Resolves a name that a container asks for.</summary>
    public static RuntimeResolution Resolve(ModelIndex model, RunIndex run, Workload workload, RuntimeReference reference) => reference.NameKind == RuntimeNameKind.DockerIsolation
        ? ResolveIsolation(model, run, workload, reference.Name, $"{reference.Field} '{reference.Name}'", default)
        : Resolve(model, run, workload.PlatformId, reference.Name, $"{reference.Field} '{reference.Name}'", default);

    /// <summary>Resolves what runs a container that asks for nothing.</summary>
    public static RuntimeResolution ResolveDefault(ModelIndex model, RunIndex run, Workload workload, RuntimeReference reference, string why)
    {
        if (reference.NameKind == RuntimeNameKind.DockerIsolation)
        {
            return DefaultIsolation(model, run, workload, why);
        }

        RuntimeResolution? found = null;
        foreach (var (file, handler) in run.DefaultHandlers(workload.PlatformId))
        {
            var place = RelatedLocation.At(file.Path, file.Lines, handler.Range, $"'{handler.Value}' runs containers that name no runtime");
            var resolved = Resolve(model, run, workload.PlatformId, handler.Value, $"the default of {file.Path}, since {why}: runtime '{handler.Value}'", new[] { place }.ToEquatableArray());
            if (found is not null && !ReferenceEquals(found.Technology, resolved.Technology))
            {
                return HandlerResolver.Unknown($"{why}, and the configuration files of the engine disagree about the default", found.Related.Concat(resolved.Related).Distinct().ToEquatableArray());
            }

            found ??= resolved;
        }

        if (found is not null)
        {
            return found;
        }

        var platform = model.Platform(workload.PlatformId);
        return platform?.DefaultTechnologyId is { } id && model.Technology(id) is { } technology
            ? new RuntimeResolution(technology, RuntimeConfidence.AssumedDefault, $"the default, since {why}", default) { Nodes = NodeState.Of(run, workload.PlatformId, []) }
            : HandlerResolver.Unknown($"the model has no default for platform '{workload.PlatformId}'");
    }

    /// <summary>Resolves a name as an engine does.</summary>
    public static RuntimeResolution Resolve(ModelIndex model, RunIndex run, string platformId, string name, string path, EquatableArray<RelatedLocation> related)
    {
        var isPodman = platformId == NodePlatforms.Podman;
        var kinds = isPodman ? OfPodman : OfDocker;
        var section = isPodman ? "ociRuntime" : "dockerRuntime";
        var registered = run.NodeRuntimes(name, platformId);
        var nodes = NodeState.Of(run, platformId, registered);
        var named = kinds.Select(kind => model.RuntimeName(kind, name)).FirstOrDefault(found => found is not null);
        if (named is { IsDeclared: true, TechnologyId: { } declared })
        {
            return new RuntimeResolution(model.Technology(declared), RuntimeConfidence.Known, $"{path}, as the overlay says", related) { Nodes = nodes };
        }

        var started = registered.Where(entry => entry.Runtime.Names.Count > 0).ToList();
        if (started.Count > 0)
        {
            var places = related.Concat(started.Select(entry => HandlerResolver.Place("runtime", entry))).ToEquatableArray();
            return HandlerResolver.FromNodes(model, $"runtime '{name}'", section, path, places, started) with { Nodes = nodes };
        }

        if (isPodman && name.LastIndexOf('/') is var cut && cut >= 0)
        {
            // A path needs no registration; the program is known by its file (podman-run.1).
            named = model.RuntimeName(RuntimeNameKind.OciRuntime, name.Substring(cut + 1));
        }

        if (named is null)
        {
            return HandlerResolver.Unknown($"{path}: the name is not known; check the file that registers it along ({(isPodman ? "containers.conf" : "daemon.json")}), or name it in an overlay under names.{section}", related) with { Nodes = nodes };
        }

        if (named.TechnologyId is not { } id)
        {
            return HandlerResolver.Unknown($"{path} says nothing certain{HandlerResolver.Note(named)}", related) with { Nodes = nodes };
        }

        // A shim is found by its name; a name of another form says nothing until the daemon is told what it starts.
        var isFound = isPodman || name.StartsWith(ShimPrefix, StringComparison.Ordinal) || Array.IndexOf(Stock, name) >= 0;
        return new RuntimeResolution(
            model.Technology(id),
            isFound ? RuntimeConfidence.Known : RuntimeConfidence.Likely,
            isFound ? path : $"{path} by its name alone; no daemon.json among the files registers it",
            related) { Nodes = nodes };
    }

    private static RuntimeResolution ResolveIsolation(ModelIndex model, RunIndex run, Workload workload, string name, string path, EquatableArray<RelatedLocation> related)
    {
        // The daemon compares without regard to case (moby api/types/container, Isolation).
        var named = model.Definition.RuntimeNames.FirstOrDefault(entry => entry.Kind == RuntimeNameKind.DockerIsolation && string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase));
        return named?.TechnologyId is { } id
            ? new RuntimeResolution(model.Technology(id), RuntimeConfidence.Known, path, related) { Nodes = NodeState.Of(run, workload.PlatformId, []) }
            : HandlerResolver.Unknown($"{path}: there is no such isolation; write process or hyperv", related);
    }

    /// <summary>Windows Server runs a container as a process, Windows 10 and 11 run it with Hyper-V, unless the daemon is told otherwise.</summary>
    private static RuntimeResolution DefaultIsolation(ModelIndex model, RunIndex run, Workload workload, string why)
    {
        var told = run.ConfigurationsOf(workload.PlatformId).Where(entry => entry.Configuration.DefaultIsolation is not null).ToList();
        if (told.Count > 0 && told.All(entry => string.Equals(entry.Configuration.DefaultIsolation!.Value, told[0].Configuration.DefaultIsolation!.Value, StringComparison.OrdinalIgnoreCase)))
        {
            var (file, configuration) = told[0];
            var isolation = configuration.DefaultIsolation!;
            var place = RelatedLocation.At(file.Path, file.Lines, isolation.Range, $"'{isolation.Value}' isolates containers that ask for nothing");
            return ResolveIsolation(model, run, workload, isolation.Value, $"the default of {file.Path}, since {why}: isolation '{isolation.Value}'", new[] { place }.ToEquatableArray());
        }

        return HandlerResolver.Unknown(
            $"{why}, and then Windows Server runs it in process isolation, and Windows 10 or 11 with Hyper-V; write isolation: hyperv or isolation: process, or check a daemon.json with exec-opts isolation along");
    }
}
