namespace IsolationModel.Policies;

/// <summary>Paths of a host as a pair of regular expressions, in the syntax that RE2 and every other engine share.</summary>
/// <param name="Matches">What a path must match.</param>
/// <param name="Except">What it must not match; null where nothing is excepted.</param>
public sealed record PathExpressions(string Matches, string? Except);
