using IsolationModel.Findings;

namespace IsolationModel.Generators.Planning;

/// <summary>What went wrong while planning.</summary>
/// <param name="Finding">The failure, to be told.</param>
internal sealed record FailureUnit(Finding Finding) : GeneratedUnit;
