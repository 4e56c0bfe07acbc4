using IsolationModel.Findings;

namespace IsolationModel.Modeling.Reading;

/// <summary>What came of reading a model.</summary>
/// <param name="Model">Everything that could be read; entries with mistakes are left out.</param>
/// <param name="Findings">The mistakes, in the order of files and places.</param>
public sealed record ModelReadResult(ModelDefinition Model, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether some finding is an error: the model may lack entries, so a run that rests on it must not pass.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == FindingSeverity.Error);
}
