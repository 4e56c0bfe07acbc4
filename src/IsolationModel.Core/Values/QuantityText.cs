using System.Globalization;

namespace IsolationModel.Values;

/// <summary>The written form of quantities: <c>number unit</c>, compared ends and ranges.</summary>
internal static class QuantityText
{
    private static readonly string[] Times = ["h", "min", "s", "ms", "us"];
    private static readonly string[] Sizes = ["GB", "MB", "kB", "B"];

    /// <summary>An amount in base units in the largest unit of which it is at least one, rounded to three decimals.</summary>
    public static string Of(Dimension dimension, decimal baseAmount)
    {
        var symbols = dimension switch { Dimension.Time => Times, Dimension.Information => Sizes, _ => ["%"] };
        var unit = symbols.Select(symbol => QuantityUnit.Find(symbol)!).FirstOrDefault(candidate => baseAmount >= candidate.Factor)
            ?? QuantityUnit.Find(baseAmount == 0 && dimension == Dimension.Time ? "s" : symbols[symbols.Length - 1])!;
        return (baseAmount / unit.Factor).ToString("0.###", CultureInfo.InvariantCulture) + " " + unit.Symbol;
    }

    /// <summary>Splits <c>12.5 ms</c> into number and symbol. The symbol may be empty.</summary>
    public static bool TrySplit(string text, out decimal amount, out string symbol)
    {
        amount = 0;
        symbol = string.Empty;
        var trimmed = text.Trim();
        var integers = 0;
        while (integers < trimmed.Length && trimmed[integers] is >= '0' and <= '9')
        {
            integers++;
        }

        var end = integers;
        if (end < trimmed.Length && trimmed[end] == '.')
        {
            end++;
            while (end < trimmed.Length && trimmed[end] is >= '0' and <= '9')
            {
                end++;
            }

            if (end == integers + 1 || end - integers - 1 > Quantity.MaximumFractionDigits)
            {
                return false;
            }
        }

        if (integers is 0 or > Quantity.MaximumIntegerDigits)
        {
            return false;
        }

        symbol = trimmed.Substring(end).Trim();
        return decimal.TryParse(trimmed.Substring(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount);
    }
}
