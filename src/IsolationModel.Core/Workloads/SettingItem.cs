using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>An item of a list setting: a capability, a path.</summary>
/// <param name="Value">The item.</param>
/// <param name="Range">Where it stands.</param>
public sealed record SettingItem(string Value, TextRange Range)
{
    /// <summary>The edit that takes the item back; null where there is none.</summary>
    public TextEdit? Mend { get; init; }

    /// <summary>How the descriptor's format writes it (<c>volumes: /etc:/host</c>); null where the model's words are those of the format.</summary>
    public string? Shown { get; init; }

    /// <summary>How it is written where that differs from its value, and where the characters stand; null otherwise.</summary>
    public (string Text, TextRange Range)? Written { get; init; }
}
