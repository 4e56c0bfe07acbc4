using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>A class of constants.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Documentation">What the constants are.</param>
/// <param name="Constants">The constants.</param>
internal sealed record ConstantsUnit(string ClassName, string Documentation, EquatableArray<NamedUnit> Constants);
