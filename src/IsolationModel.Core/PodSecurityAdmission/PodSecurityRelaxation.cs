using IsolationModel.Evaluation;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>A case in which a control stops to hold from some version on.</summary>
/// <param name="Applies">Whether the pod is such a case.</param>
/// <param name="Since">The first minor version in which the control does not hold for it.</param>
internal readonly record struct PodSecurityRelaxation(Truth Applies, int Since)
{
    /// <summary>No such case.</summary>
    public static PodSecurityRelaxation None { get; } = new(Truth.False, int.MaxValue);
}
