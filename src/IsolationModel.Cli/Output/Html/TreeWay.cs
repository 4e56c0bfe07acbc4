using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Output.Html;

/// <summary>A way through a decision tree that some workloads take.</summary>
/// <param name="Yes">The ids of the questions that their needs answer with yes.</param>
/// <param name="Workloads">The workloads.</param>
/// <param name="Outcome">Where it leads.</param>
internal sealed record TreeWay(IReadOnlyList<string> Yes, IReadOnlyList<WorkloadView> Workloads, TreeOutcome Outcome);
