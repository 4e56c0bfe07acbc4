using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>A value that code gives to a property of a descriptor.</summary>
/// <param name="Text">The value: an id or a name; null where code computes it, so that no compiler can tell it.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Expression">The expression as it is written, for messages about what cannot be told.</param>
public sealed record CodeValue(string? Text, TextRange Range, string Expression = "");
