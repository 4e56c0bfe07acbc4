using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>An entry of a section, whatever its kind.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Content">All of it, comparable by content.</param>
/// <param name="Documentation">What the editor shows.</param>
internal sealed record CatalogItem(string Id, LocalizedText Name, object Content, string Documentation);
