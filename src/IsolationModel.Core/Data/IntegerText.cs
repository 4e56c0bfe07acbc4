using System.Globalization;
using System.Text;

namespace IsolationModel.Data;

/// <summary>
/// Integers as YAML 1.1 and Go spell them: goyaml.v2's resolver takes the underscores out and leaves the rest to <c>strconv.ParseInt</c> with
/// base 0 (kubernetes-sigs/yaml, goyaml.v2/resolve.go).
/// </summary>
internal static class IntegerText
{
    /// <summary>Whole numbers beyond this one pass through a floating-point number inexactly.</summary>
    private const long LargestExactFloat = 1L << 53;

    /// <summary>
    /// The number, or null when the text is none or does not fit. A decimal fraction that is whole counts (<c>1.0</c>, <c>1e0</c>): kubectl sends it as
    /// the integer (measured with kubectl 1.32).
    /// </summary>
    public static long? Read(string text) => ReadInteger(text) ?? (text.IndexOfAny(['.', 'e', 'E']) > 0 ? ReadWhole(text) : null);

    private static long? ReadWhole(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) <= LargestExactFloat
        && Math.Floor(value) == value
            ? (long)value
            : null;

    private static long? ReadInteger(string text)
    {
        // Only a sign or a digit can start one: "_1" is a word.
        if (text.Length == 0 || text[0] is not ('+' or '-' or (>= '0' and <= '9')))
        {
            return null;
        }

        var digits = text.IndexOf('_') < 0 ? text : Strip(text);
        var start = digits[0] is '+' or '-' ? 1 : 0;
        var isNegative = digits[0] == '-';
        if (start == digits.Length || digits[start] is not (>= '0' and <= '9'))
        {
            return null;
        }

        if (digits[start] != '0' || start + 1 == digits.Length)
        {
            return Parse(digits, start, 10, isNegative);
        }

        return digits[start + 1] switch
        {
            'x' or 'X' => Parse(digits, start + 2, 16, isNegative),
            'o' or 'O' => Parse(digits, start + 2, 8, isNegative),
            'b' or 'B' => Parse(digits, start + 2, 2, isNegative),
            // What is no octal number after all (08) passes for a decimal fraction, and comes out as a whole number.
            _ => Parse(digits, start + 1, 8, isNegative)
                ?? (Parse(digits, start, 10, isNegative) is { } value and >= -LargestExactFloat and <= LargestExactFloat ? value : null),
        };
    }

    private static long? Parse(string digits, int start, int radix, bool isNegative)
    {
        if (start == digits.Length)
        {
            return null;
        }

        // Downwards, because there is one negative number more than there are positive ones.
        long value = 0;
        for (var i = start; i < digits.Length; i++)
        {
            var digit = Digit(digits[i]);
            if (digit >= radix || value < (long.MinValue + digit) / radix)
            {
                return null;
            }

            value = (value * radix) - digit;
        }

        return isNegative ? value : value == long.MinValue ? null : -value;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    private static string Strip(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c != '_')
            {
                digits.Append(c);
            }
        }

        return digits.ToString();
    }
}
