using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Policies;

/// <summary>
/// The verdict on pods as a condition on their settings and on the technology behind their runtime class: what is left of the model once needs
/// and node facts are known. A pod is admitted where its technology is, and where no rule refuses one of its containers under that technology.
/// </summary>
/// <param name="Mode">Which end of the verdict it is.</param>
/// <param name="Needs">The needs.</param>
/// <param name="Admitted">Technologies that can serve the needs, given the right settings; sorted. Others are refused.</param>
/// <param name="AdmitsUnknown">Whether pods are admitted whose technology cannot be told.</param>
/// <param name="Refused">Technologies that are refused whatever the settings; sorted.</param>
/// <param name="Rules">What containers must not say, in the order of the model.</param>
public sealed record IsolationPolicy(
    PolicyMode Mode,
    EquatableArray<DeclaredNeed> Needs,
    EquatableArray<string> Admitted,
    bool AdmitsUnknown,
    EquatableArray<string> Refused,
    EquatableArray<PolicyRule> Rules)
{
    /// <summary>The technologies to which the same rules apply, in the order of their first ones.</summary>
    public IReadOnlyList<EquatableArray<string>> Groups => Admitted
        .GroupBy(technology => Rules.Where(rule => rule.Technologies.Contains(technology)).Select(rule => rule.Id).ToEquatableArray())
        .Select(group => group.ToEquatableArray())
        .ToList();
}
