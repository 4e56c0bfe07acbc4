using System.Globalization;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Answers;

/// <summary>The performance figures of technologies and families, as people read them.</summary>
internal static class Figures
{
    /// <summary>What is to be known of P before anybody compares two of it.</summary>
    public const string RatioMeaning = "descriptive: the founding document's formula, which rises with time and falls with memory, so neither high nor low is good";

    /// <summary>What is to be known of C.</summary>
    public const string ResourceTimeMeaning = "what orders: what function platforms bill, lower is better";

    /// <summary>The figures; null where start-up, loss or memory are unknown, or for what is no technology and no family.</summary>
    public static PerformanceFigures? Of(Subject subject) => subject switch
    {
        { Entry: Modeling.TechnologyDefinition technology } => PerformanceFormula.Of(technology),
        { Family: { } family } => PerformanceFormula.Of(family),
        _ => null,
    };

    /// <summary><c>0.11 s/MB (0.006 to 6.1)</c>; <c>more than 0.2 s/MB</c> where there is no upper end.</summary>
    public static string Of(FormulaInterval figure)
    {
        var range = figure.High is { } high ? $"{Of(figure.Low)} to {Of(high)}" : $"{Of(figure.Low)} and more";
        return figure.Typical is { } typical ? $"{Of(typical)} {figure.Unit} (range {range})" : $"{range} {figure.Unit}";
    }

    /// <summary>A number with three significant digits, without exponent.</summary>
    public static string Of(decimal number)
    {
        if (number == 0)
        {
            return "0";
        }

        var scale = 1m;
        var digits = number;
        while (digits >= 1000)
        {
            (digits, scale) = (digits / 10, scale * 10);
        }

        while (digits < 100 && scale > 0.000_000_001m)
        {
            (digits, scale) = (digits * 10, scale / 10);
        }

        return (decimal.Round(digits) * scale).ToString("0.############", CultureInfo.InvariantCulture);
    }
}
