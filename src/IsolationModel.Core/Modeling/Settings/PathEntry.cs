namespace IsolationModel.Modeling;

/// <summary>A path of the host and why it matters.</summary>
/// <param name="Path">Absolute path with <c>/</c>.</param>
/// <param name="Why">What access to it gives.</param>
public sealed record PathEntry(string Path, string Why);
