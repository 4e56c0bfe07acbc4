namespace IsolationModel.Evaluation;

/// <summary>What a run amounts to.</summary>
/// <param name="Files">Descriptor files that were read.</param>
/// <param name="Skipped">Files that are no descriptors.</param>
/// <param name="Documents">Documents in the descriptor files.</param>
/// <param name="Workloads">Workloads found; what a kustomization renders counts once a rendering, and not in the base besides.</param>
/// <param name="Errors">Findings of severity error.</param>
/// <param name="Warnings">Findings of severity warning.</param>
/// <param name="Infos">Findings of severity info.</param>
/// <param name="Undetermined">Workloads whose runtime cannot be told, with and without declared needs.</param>
/// <param name="NotShown">Needs of workloads that nothing fails and nothing shows to be met: the findings of ISM1501 and ISM1503, whatever their severity.</param>
public sealed record EvaluationSummary(
    int Files, int Skipped, int Documents, int Workloads, int Errors, int Warnings, int Infos, int Undetermined, int NotShown)
{
    /// <summary>Findings that a suppression covers; they are in none of the other counts.</summary>
    public int Suppressed { get; init; }
}
