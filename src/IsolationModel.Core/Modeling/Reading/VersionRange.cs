using System.Globalization;

namespace IsolationModel.Modeling.Reading;

/// <summary>Version ranges of <c>extends</c>: an exact version, or <c>^</c> and a version (nothing that breaks: below 1.0 the minor number breaks).</summary>
internal static class VersionRange
{
    public static bool Includes(string range, string version)
    {
        var caret = range.StartsWith("^", StringComparison.Ordinal);
        if (!TryParse(caret ? range.Substring(1) : range, out var wanted) || !TryParse(version, out var actual))
        {
            return false;
        }

        if (!caret)
        {
            return wanted.SequenceEqual(actual);
        }

        var fixedNumbers = wanted[0] > 0 ? 1 : 2;
        for (var i = 0; i < fixedNumbers; i++)
        {
            if (wanted[i] != actual[i])
            {
                return false;
            }
        }

        for (var i = fixedNumbers; i < 3; i++)
        {
            if (wanted[i] != actual[i])
            {
                return actual[i] > wanted[i];
            }
        }

        return true;
    }

    private static bool TryParse(string text, out int[] numbers)
    {
        numbers = new int[3];
        var dash = text.IndexOf('-');
        var parts = (dash < 0 ? text : text.Substring(0, dash)).Trim().Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i >= 3 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }
}
