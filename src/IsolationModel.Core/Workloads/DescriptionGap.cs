using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>Something that belongs to a workload's description and is not known.</summary>
/// <param name="Range">What refers to it.</param>
/// <param name="Reason">What is missing and what to do: one line without final period, to be read behind "because".</param>
public sealed record DescriptionGap(TextRange Range, string Reason);
