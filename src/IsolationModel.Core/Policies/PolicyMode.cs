namespace IsolationModel.Policies;

/// <summary>Which end of the three-valued verdict a policy draws its line at. The two policies bracket what is not shown either way.</summary>
public enum PolicyMode
{
    /// <summary>A pod is admitted only where it is shown to meet the needs.</summary>
    Prove,

    /// <summary>A pod is refused only where it certainly fails the needs.</summary>
    Refute,
}
