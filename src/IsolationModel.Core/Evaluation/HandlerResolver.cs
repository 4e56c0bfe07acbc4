using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// From a handler to the technology behind it: as an overlay says, else as the configuration files of the nodes say, else by what the handler's
/// name commonly means.
/// </summary>
internal static class HandlerResolver
{
    /// <summary>Resolves a handler.</summary>
    /// <param name="model">The model.</param>
    /// <param name="run">The run.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="path">How the workload came to it, for the reason.</param>
    /// <param name="related">The places on that way.</param>
    public static RuntimeResolution Resolve(ModelIndex model, RunIndex run, string handler, string path, EquatableArray<RelatedLocation> related)
    {
        var named = model.RuntimeName(RuntimeNameKind.RuntimeHandler, handler);
        var runtimes = run.NodeRuntimes(handler, NodePlatforms.Kubernetes);
        var nodes = NodeState.Of(run, NodePlatforms.Kubernetes, runtimes);
        if (named is { IsDeclared: true, TechnologyId: { } declared })
        {
            return new RuntimeResolution(model.Technology(declared), RuntimeConfidence.Known, $"{path}, as the overlay says", related) { Nodes = nodes };
        }

        var started = runtimes.Where(entry => entry.Runtime.Names.Count > 0).ToList();
        if (started.Count > 0)
        {
            return FromNodes(model, $"handler '{handler}'", "runtimeHandler", path, related.Concat(started.Select(entry => Place("handler", entry))).ToEquatableArray(), started) with { Nodes = nodes };
        }

        if (named is null)
        {
            return Unknown($"{path}: the handler is not known; name it in an overlay under names.runtimeHandler", related) with { Nodes = nodes };
        }

        return named.TechnologyId is null
            ? Unknown($"{path}: the handler says nothing certain{Note(named)}", related) with { Nodes = nodes }
            : new RuntimeResolution(model.Technology(named.TechnologyId)!, RuntimeConfidence.Known, path, related) { Nodes = nodes };
    }

    public static RuntimeResolution Unknown(string reason, EquatableArray<RelatedLocation> related = default) =>
        new(null, RuntimeConfidence.Unknown, reason, related);

    public static string Note(RuntimeName name) => name.Note is null ? string.Empty : $" ({Sentence.AsClause(name.Note)})";

    /// <summary>What the configuration files that define a handler make of it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="what">What is defined, for messages: <c>handler 'x'</c>.</param>
    /// <param name="section">Where an overlay can name it.</param>
    /// <param name="path">How the workload came to it, for the reason.</param>
    /// <param name="related">The places on that way.</param>
    /// <param name="runtimes">The definitions, of which each says what it starts.</param>
    public static RuntimeResolution FromNodes(
        ModelIndex model,
        string what,
        string section,
        string path,
        EquatableArray<RelatedLocation> related,
        IReadOnlyList<(DescriptorFile File, NodeComponent Component, NodeRuntime Runtime)> runtimes)
    {
        TechnologyDefinition? technology = null;
        foreach (var (file, _, runtime) in runtimes)
        {
            var name = runtime.Names.Select(entry => model.RuntimeName(entry.Kind, entry.Name)).FirstOrDefault(found => found is not null);
            if (name?.TechnologyId is not { } id)
            {
                var why = name is null
                    ? $"which the model does not know; name it in an overlay under names.{NameSection(runtime.Names[runtime.Names.Count - 1].Kind)}, or the {what.Substring(0, what.IndexOf(' '))} under names.{section}"
                    : $"which says nothing certain{Note(name)}";
                return Unknown($"{path}: {file.Path} runs it as '{runtime.Program}', {why}", related);
            }

            var found = model.Technology(id)!;
            if (technology is not null && !ReferenceEquals(technology, found))
            {
                return Unknown($"{path}: the configuration files of nodes disagree about {what}: {string.Join(", ", runtimes.Select(Describe).Distinct(StringComparer.Ordinal))}", related);
            }

            technology = found;
        }

        return new RuntimeResolution(technology, RuntimeConfidence.Known, $"{path}, which {runtimes[0].File.Path} runs as '{runtimes[0].Runtime.Program}'", related);
    }

    private static string Describe((DescriptorFile File, NodeComponent Component, NodeRuntime Runtime) entry) => $"'{entry.Runtime.Program}' in {entry.File.Path}";

    /// <summary>Where a handler is defined.</summary>
    public static RelatedLocation Place(string what, (DescriptorFile File, NodeComponent Component, NodeRuntime Runtime) entry) => RelatedLocation.At(
        entry.File.Path, entry.File.Lines, entry.Runtime.Range, $"{what} '{entry.Runtime.Handler}' runs as '{entry.Runtime.Program}'");

    private static string NameSection(RuntimeNameKind kind) => kind == RuntimeNameKind.OciRuntime ? "ociRuntime" : "containerdRuntimeType";
}
