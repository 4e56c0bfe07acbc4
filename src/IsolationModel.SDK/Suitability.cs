using IsolationModel.Evaluation;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>How a technology stands against a need.</summary>
public sealed class Suitability
{
    private readonly TechnologyAssessment _assessment;

    internal Suitability(Technology technology, Verdict verdict, TechnologyAssessment assessment) =>
        (Technology, Verdict, _assessment) = (technology, verdict, assessment);

    /// <summary>The technology.</summary>
    public Technology Technology { get; }

    /// <summary>All needs together: a single failure is a veto.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether every need is shown to be met.</summary>
    public bool IsSuitable => Verdict == Verdict.Suitable;

    /// <summary>
    /// What decides, one line a constraint: the failures where it is unsuitable, what is not shown where it is unproven, everything that is met
    /// where it is suitable.
    /// </summary>
    public IReadOnlyList<string> Reasons =>
    [
        .. from result in _assessment.Results
           from constraint in result.Constraints
           where TechnologyAssessment.VerdictOf(constraint.Effective) == _assessment.Verdict
           select $"{result.Need.Token}: {constraint.Constraint.Text}: {Word(constraint.Effective)}, found {constraint.Found}",
    ];

    /// <summary>The technology and the verdict.</summary>
    public override string ToString() => $"{Technology.Name}: {Verdict}";

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Meets => "met",
        Outcome.May => "not shown",
        Outcome.Fails => "not met",
        _ => "unknown",
    };
}
