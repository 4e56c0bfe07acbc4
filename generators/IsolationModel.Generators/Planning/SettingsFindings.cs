using IsolationModel.Findings;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>What is wrong in the settings.</summary>
/// <param name="Findings">The findings, located.</param>
internal sealed record SettingsFindings(EquatableArray<Finding> Findings);
