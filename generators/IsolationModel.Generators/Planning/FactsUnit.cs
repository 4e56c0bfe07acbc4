using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The model as a whole.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="ClassName">The class.</param>
/// <param name="CatalogClass">The class that holds the technologies; null for the built-in model, whose model object is written by hand.</param>
/// <param name="Id">Id of the model.</param>
/// <param name="Version">Version of the model.</param>
/// <param name="ContentHash">Hash over its files.</param>
/// <param name="Overlays">The overlays' texts, in merge order.</param>
internal sealed record FactsUnit(
    CodeHeader Header,
    string ClassName,
    string? CatalogClass,
    string Id,
    string Version,
    string ContentHash,
    EquatableArray<string> Overlays) : FileUnit(Header);
