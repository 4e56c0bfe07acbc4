using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The enum of a scale.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="TypeName">The enum's name.</param>
/// <param name="Documentation">What the scale orders.</param>
/// <param name="Levels">Its members, weakest first.</param>
internal sealed record ScaleUnit(CodeHeader Header, string TypeName, string Documentation, EquatableArray<NamedUnit> Levels) : FileUnit(Header);
