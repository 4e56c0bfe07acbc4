using System.Globalization;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output.Html;

/// <summary>Where amounts stand on an axis from 0 to 1: by their logarithms where they span decades, otherwise from zero.</summary>
internal sealed class ChartScale
{
    /// <summary>Amounts that differ by more than this would sit on top of each other on a linear axis.</summary>
    private const double WideSpan = 100;

    private readonly double _low;
    private readonly double _high;

    private ChartScale(double low, double high, bool isLogarithmic, IReadOnlyList<(double At, string Label)> ticks) =>
        (_low, _high, IsLogarithmic, Ticks) = (low, high, isLogarithmic, ticks);

    public bool IsLogarithmic { get; }

    /// <summary>The marks of the axis.</summary>
    public IReadOnlyList<(double At, string Label)> Ticks { get; }

    /// <summary>An axis on which all of the values have room, their claims included; null where there is nothing to show.</summary>
    public static ChartScale? Of(Dimension dimension, IEnumerable<AttributeValue> values)
    {
        var amounts = values
            .SelectMany(static value => new[] { value.Value as QuantityInterval, value.Typical, value.Claim?.Value as QuantityInterval, value.Claim?.Typical })
            .OfType<QuantityInterval>()
            .SelectMany(static range => new[] { range.Low, range.High ?? 0 })
            .Where(static amount => amount > 0)
            .Select(static amount => (double)amount)
            .ToList();
        return amounts.Count == 0 ? null
            : dimension != Dimension.Ratio && amounts.Max() / amounts.Min() > WideSpan ? Decades(dimension, amounts.Min(), amounts.Max())
            : FromZero(dimension, amounts.Max());
    }

    /// <summary>Where an amount stands; what lies beyond an end stands at the end.</summary>
    public double At(decimal amount)
    {
        var number = (double)amount;
        var at = !IsLogarithmic ? number / _high
            : number <= 0 ? 0
            : (Math.Log10(number) - _low) / (_high - _low);
        return Math.Clamp(at, 0, 1);
    }

    private static ChartScale Decades(Dimension dimension, double smallest, double largest)
    {
        var low = (int)Math.Floor(Math.Log10(smallest) + 1e-9);
        var high = (int)Math.Ceiling(Math.Log10(largest) - 1e-9);
        var ticks = Enumerable.Range(low, high - low + 1).Select(decade => ((double)(decade - low) / (high - low), Label(dimension, PowerOfTen(decade)))).ToList();
        return new ChartScale(low, high, isLogarithmic: true, ticks);
    }

    private static ChartScale FromZero(Dimension dimension, double largest)
    {
        // 1, 2 or 5 times a power of ten between marks, so that there are four to ten of them.
        var decade = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        var step = new[] { decade / 10, decade / 5, decade / 2, decade }.First(step => largest / step <= 10.000001);
        var count = (int)Math.Ceiling((largest / step) - 1e-9);
        var ticks = Enumerable.Range(0, count + 1).Select(i => ((double)i / count, Label(dimension, (decimal)(i * step)))).ToList();
        return new ChartScale(0, count * step, isLogarithmic: false, ticks);
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power = exponent < 0 ? power / 10 : power * 10;
        }

        return power;
    }

    /// <summary>Decimal units alone, so that each decade has a round number.</summary>
    private static string Label(Dimension dimension, decimal amount)
    {
        string[] symbols = dimension switch { Dimension.Time => ["s", "ms", "us"], Dimension.Information => ["GB", "MB", "kB", "B"], _ => ["%"] };
        var unit = symbols.Select(static symbol => QuantityUnit.Find(symbol)!).FirstOrDefault(unit => amount >= unit.Factor) ?? QuantityUnit.Find(symbols[^1])!;
        return $"{(amount / unit.Factor).ToString("0.###", CultureInfo.InvariantCulture)} {unit.Symbol}";
    }
}
