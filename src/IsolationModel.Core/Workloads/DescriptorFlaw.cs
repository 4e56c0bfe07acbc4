using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>Something in a workload's descriptor that its platform treats differently from what its author means. What a flaw is depends on the format alone, not on the runtime.</summary>
/// <param name="Kind">What the platform does with it.</param>
/// <param name="Subject">What it is, for messages: <c>'privileged' in the securityContext of the pod</c>.</param>
/// <param name="Why">Why, and what to do; a clause without final period.</param>
/// <param name="Range">Where it stands.</param>
public sealed record DescriptorFlaw(FlawKind Kind, string Subject, string Why, TextRange Range)
{
    /// <summary>The settings of the model that the field says something of; empty for a field of which the model knows none.</summary>
    public IReadOnlyList<string> SettingIds { get; init; } = [];

    /// <summary>The edit that mends it, or null where there is no safe one.</summary>
    public TextEdit? Edit { get; init; }
}
