using IsolationModel.Evaluation;
using IsolationModel.Text;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>Takes what checks find.</summary>
internal sealed class PodSecurityReport
{
    private readonly List<PodSecurityViolation> _violations = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<PodSecurityViolation> Violations => _violations;

    /// <summary>Adds a violation.</summary>
    /// <param name="control">The control.</param>
    /// <param name="range">Where.</param>
    /// <param name="problem">What was found.</param>
    /// <param name="violated">Whether it is violated; nothing is added when it is not.</param>
    /// <param name="relaxation">The case in which the control stops to hold.</param>
    /// <param name="since">The first version that forbids it, where that is later than the control itself.</param>
    /// <param name="until">The first version that allows it for every pod.</param>
    /// <param name="isAbsence">Whether something is missing.</param>
    /// <param name="fix">What mends it.</param>
    public void Add(
        PodSecurityControl control,
        TextRange range,
        string problem,
        Truth violated = Truth.True,
        PodSecurityRelaxation? relaxation = null,
        int since = 0,
        int until = int.MaxValue,
        bool isAbsence = false,
        PodSecurityFix? fix = null)
    {
        if (violated == Truth.False)
        {
            return;
        }

        var (applies, relaxedSince) = relaxation ?? PodSecurityRelaxation.None;
        since = Math.Max(since, control.Since);
        var violation = new PodSecurityViolation(control, since, until, range, problem)
        {
            IsUncertain = violated == Truth.Unknown,
            IsAbsence = isAbsence,
            Fix = fix,
        };
        if (applies == Truth.False)
        {
            _violations.Add(violation);
            return;
        }

        if (relaxedSince > since)
        {
            _violations.Add(violation with { Until = Math.Min(until, relaxedSince) });
        }

        if (applies == Truth.Unknown)
        {
            _violations.Add(violation with { Since = Math.Max(since, relaxedSince), IsUncertain = true });
        }
    }
}
