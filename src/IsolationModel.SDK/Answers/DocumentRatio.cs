using IsolationModel.Evaluation;

namespace IsolationModel;

/// <summary>
/// P = (T_s + T_e) / R_c in seconds per megabyte. It rises with time and falls with memory, so neither high nor low is good: two of them cannot
/// be compared, on purpose. <see cref="ResourceTime"/> can.
/// </summary>
public sealed class DocumentRatio
{
    internal DocumentRatio(FormulaInterval interval) => Interval = interval;

    /// <summary>The figure over the documented ranges.</summary>
    public FormulaInterval Interval { get; }

    /// <summary>The range and the typical figure.</summary>
    public override string ToString() => Interval.Describe();
}
