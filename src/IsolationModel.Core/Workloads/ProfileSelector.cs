using IsolationModel.Modeling;

namespace IsolationModel.Workloads;

/// <summary>Pods that a profile takes: those of a namespace that carry all labels. <c>*</c> and <c>?</c> are wildcards.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Labels">The labels.</param>
public sealed record ProfileSelector(string Namespace, IReadOnlyList<LabelMatch> Labels);
