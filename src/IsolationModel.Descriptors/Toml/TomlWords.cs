namespace IsolationModel.Descriptors.Toml;

/// <summary>Which words are values: booleans, numbers, dates and times.</summary>
internal static class TomlWords
{
    /// <summary>The length of a date: <c>1979-05-27</c>.</summary>
    public const int DateLength = 10;

    private const int TimeLength = 8;

    public static bool IsValue(string word) => word is "true" or "false" || IsNumber(word) || IsDateTime(word);

    /// <summary>Whether a date stands at a place.</summary>
    public static bool IsDate(string text, int at) => Matches(text, at, "0000-00-00");

    private static bool IsNumber(string word)
    {
        var start = word.Length > 0 && word[0] is '+' or '-' ? 1 : 0;
        if (string.CompareOrdinal(word, start, "inf", 0, int.MaxValue) == 0 || string.CompareOrdinal(word, start, "nan", 0, int.MaxValue) == 0)
        {
            return true;
        }

        if (start == 0 && word.Length > 2 && word[0] == '0' && word[1] is 'x' or 'o' or 'b')
        {
            return Digits(word, 2, word[1]) == word.Length;
        }

        var at = Digits(word, start, 'd');
        if (at < 0 || (word[start] == '0' && at > start + 1))
        {
            return false;
        }

        if (at < word.Length && word[at] == '.')
        {
            at = Digits(word, at + 1, 'd');
        }

        if (at > 0 && at < word.Length && word[at] is 'e' or 'E')
        {
            at++;
            at = Digits(word, at < word.Length && word[at] is '+' or '-' ? at + 1 : at, 'd');
        }

        return at == word.Length;
    }

    /// <summary>The end of digits with single underscores between them; -1 where there are none.</summary>
    private static int Digits(string word, int at, char radix)
    {
        var start = at;
        while (at < word.Length && (IsDigit(word[at], radix) || (word[at] == '_' && at > start && word[at - 1] != '_')))
        {
            at++;
        }

        return at == start || word[at - 1] == '_' ? -1 : at;
    }

    private static bool IsDigit(char character, char radix) => radix switch
    {
        'x' => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'),
        'o' => character is >= '0' and <= '7',
        'b' => character is '0' or '1',
        _ => character is >= '0' and <= '9',
    };

    private static bool IsDateTime(string word)
    {
        if (!IsDate(word, 0))
        {
            return TimeEnd(word, 0) == word.Length;
        }

        if (word.Length == DateLength)
        {
            return true;
        }

        var at = word[DateLength] is 'T' or 't' or ' ' ? TimeEnd(word, DateLength + 1) : -1;
        return at == word.Length
            || (at > 0 && at == word.Length - 1 && word[at] is 'Z' or 'z')
            || (at > 0 && at == word.Length - 6 && word[at] is '+' or '-' && Matches(word, at + 1, "00:00"));
    }

    /// <summary>The end of a time with its fraction; -1 where there is none.</summary>
    private static int TimeEnd(string word, int at)
    {
        if (!Matches(word, at, "00:00:00"))
        {
            return -1;
        }

        at += TimeLength;
        if (at == word.Length || word[at] != '.')
        {
            return at;
        }

        var end = at + 1;
        while (end < word.Length && IsDigit(word[end], 'd'))
        {
            end++;
        }

        return end == at + 1 ? -1 : end;
    }

    /// <summary>Whether a text has, at a place, digits where a pattern has <c>0</c>, and the pattern's other characters.</summary>
    private static bool Matches(string text, int at, string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (at + i >= text.Length || (pattern[i] == '0' ? !IsDigit(text[at + i], 'd') : text[at + i] != pattern[i]))
            {
                return false;
            }
        }

        return true;
    }
}
