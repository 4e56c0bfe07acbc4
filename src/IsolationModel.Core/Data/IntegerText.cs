using System.Globalization;

namespace IsolationModel.Data;

/// <summary>Integers as the YAML decoder of Kubernetes reads them (sigs.k8s.io/yaml, goyaml.v2, resolve.go).</summary>
internal static class IntegerText
{
    private const int Decimal = 10;

    /// <summary>The integer, or null when the text is none or does not fit.</summary>
    public static long? Parse(string text)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        var start = isNegative || (text.Length > 0 && text[0] == '+') ? 1 : 0;
        if (start == text.Length || text[start] == '_')
        {
            return null;
        }

        var digits = text.IndexOf('_') < 0 ? text.Substring(start) : text.Substring(start).Replace("_", string.Empty);
        var (radix, prefix) = RadixOf(digits);
        return Digits(digits, prefix, radix) is { } value ? (isNegative ? -value : value) : Whole(digits, isNegative);
    }

    /// <summary>The radix and the length of what announces it. A leading 0 alone means octal, unless the digits are none.</summary>
    private static (int Radix, int Prefix) RadixOf(string digits) => digits.Length < 2 || digits[0] != '0' ? (Decimal, 0) : digits[1] switch
    {
        'x' or 'X' => (16, 2),
        'o' or 'O' => (8, 2),
        'b' or 'B' => (2, 2),
        _ => (8, 1),
    };

    private static long? Digits(string digits, int start, int radix)
    {
        if (start == digits.Length)
        {
            return null;
        }

        var value = 0L;
        for (var i = start; i < digits.Length; i++)
        {
            var digit = digits[i] switch
            {
                >= '0' and <= '9' => digits[i] - '0',
                >= 'a' and <= 'f' => digits[i] - 'a' + Decimal,
                >= 'A' and <= 'F' => digits[i] - 'A' + Decimal,
                _ => radix,
            };
            if (digit >= radix || value > (long.MaxValue - digit) / radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return value;
    }

    /// <summary>A number with a fraction or an exponent that is whole all the same: JSON, which the API server gets, writes it without them.</summary>
    private static long? Whole(string digits, bool isNegative) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
        && value <= long.MaxValue && decimal.Truncate(value) == value
            ? (long)(isNegative ? -value : value)
            : null;
}
