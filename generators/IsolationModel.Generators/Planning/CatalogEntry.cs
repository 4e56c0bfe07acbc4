namespace IsolationModel.Generators.Planning;

/// <summary>A technology in the catalogue.</summary>
/// <param name="Id">Id of the technology.</param>
/// <param name="MemberName">The member's name.</param>
/// <param name="Forward">Code of the same technology elsewhere, or null where a file of its own makes it.</param>
internal sealed record CatalogEntry(string Id, string MemberName, string? Forward);
