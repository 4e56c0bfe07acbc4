namespace IsolationModel.Workloads;

/// <summary>What a configuration file of a node says about how the node runs containers.</summary>
/// <param name="Component">The program that the file belongs to.</param>
public sealed record NodeConfiguration(NodeComponent Component)
{
    /// <summary>The handlers that it defines.</summary>
    public IReadOnlyList<NodeRuntime> Runtimes { get; init; } = [];

    /// <summary>The handler of pods that ask for none, where the file names one.</summary>
    public SettingItem? DefaultHandler { get; init; }

    /// <summary>The isolation of Windows containers that ask for none, where the file names one.</summary>
    public SettingItem? DefaultIsolation { get; init; }

    /// <summary>The handler of pods that ask for none where no file names one; null where that depends on the version.</summary>
    public string? ImpliedDefaultHandler { get; init; }

    /// <summary>Node facts that it decides for every pod.</summary>
    public IReadOnlyList<NodeEvidence> Evidence { get; init; } = [];

    /// <summary>Settings that it gives every pod under the program.</summary>
    public IReadOnlyList<SettingFact> Settings { get; init; } = [];
}
