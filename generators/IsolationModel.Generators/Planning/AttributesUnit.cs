using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The typed names of all attributes.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="ClassName">The class that holds them.</param>
/// <param name="Scales">The scales that its own keys need.</param>
/// <param name="Keys">The keys, sorted by attribute id.</param>
internal sealed record AttributesUnit(CodeHeader Header, string ClassName, EquatableArray<ScaleDefinition> Scales, EquatableArray<KeyUnit> Keys) : FileUnit(Header);
