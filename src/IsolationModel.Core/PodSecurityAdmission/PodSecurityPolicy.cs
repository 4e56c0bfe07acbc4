namespace IsolationModel.PodSecurityAdmission;

/// <summary>A level of the Pod Security Standards in one version.</summary>
/// <param name="Level">The level.</param>
/// <param name="Version">The version.</param>
public readonly record struct PodSecurityPolicy(PodSecurityLevel Level, PodSecurityVersion Version)
{
    /// <summary>The level of a word: <c>privileged</c>, <c>baseline</c> or <c>restricted</c>; null for any other.</summary>
    public static PodSecurityLevel? LevelOf(string word) => word switch
    {
        "privileged" => PodSecurityLevel.Privileged,
        "baseline" => PodSecurityLevel.Baseline,
        "restricted" => PodSecurityLevel.Restricted,
        _ => null,
    };

    /// <summary>Whether a control is part of the policy. The restricted level holds the baseline, except for controls that a stricter one of its own replaces.</summary>
    public bool Has(PodSecurityControl control) =>
        Version.Minor >= (control ?? throw new ArgumentNullException(nameof(control))).Since
        && Level >= control.Level
        && !(Level == PodSecurityLevel.Restricted && Version.Minor >= control.ReplacedInRestrictedSince);

    /// <summary>Whether the policy forbids what a violation describes.</summary>
    public bool Forbids(PodSecurityViolation violation) =>
        Has((violation ?? throw new ArgumentNullException(nameof(violation))).Control) && Version.Minor >= violation.Since && Version.Minor < violation.Until;
}
