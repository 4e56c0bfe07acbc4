using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Compose;

/// <summary>A service, as far as it is put together.</summary>
/// <param name="Key">Its name, where it is first named.</param>
/// <param name="Mapping">What is said of it.</param>
internal sealed record ComposeService(DataScalar Key, DataMapping Mapping)
{
    private static readonly string[] Sources = ["image", "build", "provider"];

    /// <summary>What belongs to it and is not known.</summary>
    public IReadOnlyList<DescriptionGap> Gaps { get; init; } = [];

    /// <summary>What declares needs for it and is no more a part of <see cref="Mapping"/>.</summary>
    public IReadOnlyList<DataCursor> Superseded { get; init; } = [];

    /// <summary>Other places that say something of it, with what they are.</summary>
    public IReadOnlyList<(TextRange Range, string Message)> Origins { get; init; } = [];

    /// <summary>The files that say something of it, as they are shown.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Whether it says what to run, without which nothing can be started (compose-go, validation of services).</summary>
    public bool IsComplete => Array.Exists(Sources, key => Mapping.TryGet(key, out _, out var value) && value is not DataScalar { IsNull: true });
}
