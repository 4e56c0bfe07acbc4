namespace IsolationModel.Conformance.Cel;

/// <summary>What the engines say of a pod.</summary>
/// <param name="Admits"><c>true</c>, <c>false</c> or an error, of each engine.</param>
/// <param name="Messages">What is told where it is refused.</param>
public sealed record CelAnswer(IReadOnlyList<string> Admits, IReadOnlyList<string> Messages);
