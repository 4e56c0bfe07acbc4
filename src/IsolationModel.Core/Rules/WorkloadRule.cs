using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Rules;

/// <summary>A rule that looks at one workload of a run. Rules have no state, so threads may share them.</summary>
public abstract class WorkloadRule
{
    private protected WorkloadRule()
    {
    }

    /// <summary>What is fixed about the rule.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>What the rule finds in a workload.</summary>
    public abstract IEnumerable<Finding> Evaluate(WorkloadAssessment workload);

    /// <summary>A finding about a need of a workload, with everything that all such findings tell.</summary>
    private protected Finding Find(WorkloadAssessment workload, TextRange range, DeclaredNeed need, string message, IEnumerable<string> reasons) =>
        Finding.At(Descriptor, Descriptor.DefaultSeverity, workload.File.Path, workload.File.Lines, range, message) with
        {
            Workload = workload.Workload.DisplayName,
            Need = need.Token,
            // What binds the pod alone is not mended by another technology.
            TechnologyId = need.BindsTechnology ? workload.Runtime.Technology?.Id : null,
            Reasons = Modeling.EquatableArrayExtensions.ToEquatableArray(reasons),
            Alternatives = need.BindsTechnology ? workload.Alternatives : default,
            Related = Related(workload, need),
        };

    private static Modeling.EquatableArray<RelatedLocation> Related(WorkloadAssessment workload, DeclaredNeed need)
    {
        var related = new List<RelatedLocation>();
        if (need.Declaration.File.Length > 0)
        {
            related.Add(RelatedLocation.At(need.Declaration.File, need.Declaration.Lines, need.Range, $"'{need.Token}' is declared here"));
        }

        if (need.BindsTechnology)
        {
            related.AddRange(workload.Related);
        }

        return Modeling.EquatableArrayExtensions.ToEquatableArray(related);
    }
}
