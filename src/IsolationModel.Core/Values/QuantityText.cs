using System.Globalization;

namespace IsolationModel.Values;

/// <summary>The written form of quantities: <c>number unit</c>, compared ends and ranges.</summary>
internal static class QuantityText
{
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
