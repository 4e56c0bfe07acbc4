using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>A handler as a container engine's configuration defines it.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Range">Where it is defined.</param>
/// <param name="Program">What it starts, as the file says it (<c>io.containerd.runsc.v1</c>, <c>/usr/bin/runc</c>); empty where it says nothing.</param>
public sealed record NodeRuntime(string Handler, TextRange Range, string Program)
{
    /// <summary>The names by which the model may know what it starts, the most exact one first.</summary>
    public IReadOnlyList<(RuntimeNameKind Kind, string Name)> Names { get; init; } = [];

    /// <summary>Node facts that the definition decides for pods of this handler.</summary>
    public IReadOnlyList<NodeEvidence> Evidence { get; init; } = [];

    /// <summary>Settings that the definition gives every container of this handler.</summary>
    public IReadOnlyList<SettingFact> Settings { get; init; } = [];

    /// <summary>Annotations of pods that the handler takes: patterns as the engine has them.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];
}
