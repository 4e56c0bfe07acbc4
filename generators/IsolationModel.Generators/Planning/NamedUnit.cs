namespace IsolationModel.Generators.Planning;

/// <summary>A member that stands for a text.</summary>
/// <param name="MemberName">The member's name.</param>
/// <param name="Value">The text.</param>
/// <param name="Documentation">What it means.</param>
internal sealed record NamedUnit(string MemberName, string Value, string Documentation);
