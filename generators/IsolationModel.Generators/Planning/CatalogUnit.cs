using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The catalogue: all technologies, and how they are found.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="ClassName">The class that holds them.</param>
/// <param name="Documentation">What the class is.</param>
/// <param name="HasSpanSwitch">Whether the language can switch over spans.</param>
/// <param name="Entries">The technologies, in the order of the catalogue.</param>
internal sealed record CatalogUnit(CodeHeader Header, string ClassName, string Documentation, bool HasSpanSwitch, EquatableArray<CatalogEntry> Entries);
