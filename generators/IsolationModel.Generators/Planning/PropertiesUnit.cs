using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Properties of technologies for attributes: members of the type itself, or extensions of it.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="ExtensionClass">The class of the extensions; null for members of the type itself.</param>
/// <param name="AttributesClass">Code of the class that holds the keys.</param>
/// <param name="Keys">The attributes.</param>
internal sealed record PropertiesUnit(CodeHeader Header, string? ExtensionClass, string AttributesClass, EquatableArray<KeyUnit> Keys) : FileUnit(Header);
