using IsolationModel.Text;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Why something cannot be rendered from the files of the run.</summary>
/// <param name="Range">The place that says so.</param>
/// <param name="Reason">Why, as a clause.</param>
internal sealed record RenderProblem(TextRange Range, string Reason);
