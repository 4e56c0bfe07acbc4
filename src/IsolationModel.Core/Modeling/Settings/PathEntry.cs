namespace IsolationModel.Modeling;

/// <summary>A path of the host and why it matters.</summary>
/// <param name="Path">Absolute path with <c>/</c>.</param>
/// <param name="Why">What access to it gives.</param>
public sealed record PathEntry(string Path, string Why)
{
    /// <summary>Paths below it that do not matter, or not for this reason, sorted.</summary>
    public EquatableArray<string> Except { get; init; }
}
