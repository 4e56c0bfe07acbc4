using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The settings of pods and the facts of nodes; part of the built-in model only, since descriptors can say no others.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="Settings">The settings.</param>
/// <param name="NodeFacts">The facts.</param>
internal sealed record SettingsUnit(CodeHeader Header, EquatableArray<SettingUnit> Settings, EquatableArray<NamedUnit> NodeFacts) : FileUnit(Header);
