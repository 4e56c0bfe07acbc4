using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Something in a need declaration that cannot be followed.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Token">The text in question.</param>
/// <param name="Declaration">Where it is declared.</param>
/// <param name="Range">The place of the token in its file.</param>
/// <param name="Message">One sentence without final period.</param>
/// <param name="Replacement">What was probably meant, or null.</param>
public sealed record NeedProblem(
    NeedProblemKind Kind,
    string Token,
    NeedDeclaration Declaration,
    TextRange Range,
    string Message,
    string? Replacement = null);
