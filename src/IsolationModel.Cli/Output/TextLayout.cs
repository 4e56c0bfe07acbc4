using System.Text;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output;

/// <summary>Measures and breaks texts in the columns of a terminal.</summary>
internal static class TextLayout
{
    /// <summary>How many columns a text takes: two for the characters of East Asian scripts.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += IsWide(rune.Value) ? 2 : 1;
        }

        return width;
    }

    /// <summary>Breaks a text into lines of at most so many columns: between words where that can be, within a word where it cannot.</summary>
    /// <remarks>Blanks at its start stand before every line.</remarks>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var words = text.TrimStart(' ');
        var indent = text[..(text.Length - words.Length)];
        var line = new StringBuilder(indent);
        var used = indent.Length;
        foreach (var word in Words(words))
        {
            var size = WidthOf(word);
            if (used > indent.Length && used + 1 + size > width)
            {
                yield return line.ToString();
                line.Clear().Append(indent);
                used = indent.Length;
            }
            else if (used > indent.Length)
            {
                line.Append(' ');
                used++;
            }

            foreach (var rune in word.EnumerateRunes())
            {
                var columns = IsWide(rune.Value) ? 2 : 1;
                if (used > indent.Length && used + columns > width)
                {
                    var rest = line.ToString(BreakOf(line, indent.Length), line.Length - BreakOf(line, indent.Length));
                    yield return line.ToString(0, line.Length - rest.Length);
                    line.Clear().Append(indent).Append(rest);
                    used = indent.Length + WidthOf(rest);
                }

                line.Append(rune.ToString());
                used += columns;
            }
        }

        yield return line.ToString();
    }

    /// <summary>Where a line that ends within a long word is best broken: behind the last sign between parts of names, or at its end.</summary>
    private static int BreakOf(StringBuilder line, int start)
    {
        for (var i = line.Length - 1; i > start && line[i] != ' '; i--)
        {
            if (line[i] is '-' or ':' or '/' or ',' or '.')
            {
                return i + 1;
            }
        }

        return line.Length;
    }

    /// <summary>What must not be torn apart: words, and numbers with their units.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (words.Count > 0 && words[^1].Length > 0 && char.IsAsciiDigit(words[^1][^1]) && QuantityUnit.Find(word.TrimEnd(',', ')', ';', ':')) is not null)
            {
                words[^1] += " " + word;
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    /// <summary>The blocks that Unicode calls wide (UAX 11), as far as names in models use them.</summary>
    private static bool IsWide(int rune) => rune is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
