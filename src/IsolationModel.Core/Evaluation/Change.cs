using IsolationModel.Text;

namespace IsolationModel.Evaluation;

/// <summary>One thing that could be otherwise.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What to do, as a clause: <c>take back 'hostPID: true'</c>.</param>
/// <param name="Place">Where; null for what stands in no file.</param>
public sealed record Change(ChangeKind Kind, string Text, TextPlace? Place)
{
    /// <summary>The fact of the nodes, for such a change.</summary>
    public string? FactId { get; init; }

    /// <summary>The name of the runtime, for such a change.</summary>
    public string? RuntimeName { get; init; }

    /// <summary>What is written in the setting's place; null where the setting, or the items of it, are taken out.</summary>
    public string? Replacement { get; init; }

    /// <summary>The items of a list that are taken out; empty where the setting as a whole is taken back.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The setting's place in what was judged.</summary>
    internal TextRange Range { get; init; }
}
