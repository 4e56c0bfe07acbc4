namespace IsolationModel.PodSecurityAdmission;

/// <summary>Looks for violations of one control. Checks have no state, so threads may share them.</summary>
internal abstract class PodSecurityCheck
{
    /// <summary>The control.</summary>
    public abstract PodSecurityControl Control { get; }

    /// <summary>Reports every violation of the control in a pod.</summary>
    public abstract void Check(PodSecurityPod pod, PodSecurityReport report);
}
