using System.Runtime.CompilerServices;
using IsolationModel.Findings;

namespace IsolationModel.Evaluation;

/// <summary>Which workloads each finding of a run came from. Findings are told apart as objects: two that say the same may come from different ones.</summary>
internal sealed class FindingOrigins : IEqualityComparer<Finding>
{
    private readonly Dictionary<Finding, List<WorkloadAssessment>> _origins;

    public FindingOrigins() => _origins = new Dictionary<Finding, List<WorkloadAssessment>>(this);

    /// <summary>The workloads; none for what is said of a file, a suppression, a part of a workload.</summary>
    public IReadOnlyList<WorkloadAssessment> Of(Finding finding) => _origins.TryGetValue(finding, out var workloads) ? workloads : [];

    /// <summary>A finding came from a workload.</summary>
    public void Add(Finding finding, WorkloadAssessment workload) => _origins.Add(finding, [workload]);

    /// <summary>One finding stands for another one: it comes from where that came from, too.</summary>
    public void Move(Finding from, Finding to)
    {
        if (ReferenceEquals(from, to) || !_origins.TryGetValue(from, out var workloads))
        {
            return;
        }

        _origins.Remove(from);
        if (_origins.TryGetValue(to, out var others))
        {
            others.AddRange(workloads);
        }
        else
        {
            _origins.Add(to, workloads);
        }
    }

    bool IEqualityComparer<Finding>.Equals(Finding? x, Finding? y) => ReferenceEquals(x, y);

    int IEqualityComparer<Finding>.GetHashCode(Finding obj) => RuntimeHelpers.GetHashCode(obj);
}
