using System.Globalization;
using IsolationModel.Evaluation;

namespace IsolationModel;

/// <summary>Figures of formulas for people.</summary>
internal static class FormulaText
{
    /// <summary>The range and the typical figure with at most four decimals: <c>0.0052..0.2 GB*s, typical 0.11</c>.</summary>
    public static string Describe(this FormulaInterval interval)
    {
        var range = interval.High is { } high ? $"{Number(interval.Low)}..{Number(high)} {interval.Unit}" : $">={Number(interval.Low)} {interval.Unit}";
        return interval.Typical is { } typical ? $"{range}, typical {Number(typical)}" : range;
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
