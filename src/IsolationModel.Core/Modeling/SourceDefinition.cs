namespace IsolationModel.Modeling;

/// <summary>Where a fact comes from.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Title">Title with version or commit.</param>
/// <param name="Kind">What kind of evidence it is.</param>
/// <param name="Url">Address, or null.</param>
/// <param name="AsOf">Date of the state that was read (yyyy-MM-dd or yyyy-MM), or null.</param>
public sealed record SourceDefinition(string Id, string Title, SourceKind Kind, string? Url, string? AsOf)
{
    /// <summary>Who published it, or null.</summary>
    public string? Publisher { get; init; }
}
