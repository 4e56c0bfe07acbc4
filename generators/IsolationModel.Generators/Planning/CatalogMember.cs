namespace IsolationModel.Generators.Planning;

/// <summary>An entry in a catalogue.</summary>
/// <param name="Id">Id of the entry.</param>
/// <param name="MemberName">The member's name.</param>
/// <param name="Code">Code of the entry, or null where a file of its own makes it.</param>
/// <param name="Below">Code of the same entry in the model below, whose documentation holds; or null.</param>
/// <param name="Documentation">What the editor shows; empty where <paramref name="Below"/> says it.</param>
internal sealed record CatalogMember(string Id, string MemberName, string? Code, string? Below, string Documentation);
