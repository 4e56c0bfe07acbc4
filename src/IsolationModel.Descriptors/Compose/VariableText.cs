using System.Text;

namespace IsolationModel.Descriptors.Compose;

/// <summary>
/// Texts with variables, as Compose fills them in (compose-go, template/template.go): <c>$V</c>, <c>${V}</c>, <c>${V:-default}</c>, <c>${V-default}</c>,
/// <c>${V:?error}</c>, <c>${V?error}</c>, <c>${V:+other}</c>, <c>${V+other}</c>, all of them within each other, and <c>$$</c>.
/// </summary>
/// <remarks>
/// The environment of whoever starts a project comes before every file and is not known. A value that a file gives, be it as a default, is what
/// the files say; a variable without one makes the text unknown, although Compose would fill in nothing.
/// </remarks>
internal sealed class VariableText
{
    /// <summary>Nobody nests defaults deeper.</summary>
    private const int MaximumDepth = 32;

    /// <summary>A value that is put together may not grow without bound.</summary>
    private const int MaximumLength = 1024 * 1024;

    private readonly string _text;
    private readonly Func<string, VariableValue?> _find;
    private readonly StringBuilder _result = new();
    private readonly List<VariableUse> _uses = [];
    private bool _isKnown = true;

    private VariableText(string text, Func<string, VariableValue?> find) => (_text, _find) = (text, find);

    /// <summary>Fills in the variables of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">Gives what the files say of a variable; null where they say nothing.</param>
    public static SubstitutedText Fill(string text, Func<string, VariableValue?> find)
    {
        if (text.IndexOf('$') < 0)
        {
            return new SubstitutedText(text, IsKnown: true, 0, []);
        }

        var filling = new VariableText(text, find);
        var isWellFormed = filling.Fill(0, text.Length, 0);
        var result = filling._result.ToString();

        // Compose refuses what is not well-formed; it says nothing then.
        return !isWellFormed || !filling._isKnown
            ? new SubstitutedText(text, IsKnown: false, 0, filling._uses)
            : new SubstitutedText(result, IsKnown: true, filling.ContentStart(result), filling._uses);
    }

    /// <summary>The default of a text that is nothing but one variable stands in it as it is.</summary>
    private int ContentStart(string result)
    {
        if (_uses.Count != 1 || _uses[0].Origin != VariableOrigin.Default || result.Length == 0 || _text[_text.Length - 1] != '}')
        {
            return -1;
        }

        var start = _text.Length - 1 - result.Length;
        return start > 0 && _text[start - 1] == '-' && string.CompareOrdinal(_text, start, result, 0, result.Length) == 0 ? start : -1;
    }

    /// <summary>Fills in the variables of a part; false when it is not well-formed.</summary>
    private bool Fill(int at, int end, int depth)
    {
        while (at < end)
        {
            if (_text[at] != '$')
            {
                Append(_text, at, 1);
                at++;
            }
            else if (at + 1 < end && _text[at + 1] == '$')
            {
                Append("$", 0, 1);
                at += 2;
            }
            else if (at + 1 < end && _text[at + 1] == '{')
            {
                var close = ClosingBrace(at, end);
                if (close < 0 || depth == MaximumDepth || !FillBraces(at + 2, close, depth))
                {
                    return false;
                }

                at = close + 1;
            }
            else
            {
                var nameEnd = NameEnd(at + 1, end);
                if (nameEnd == at + 1)
                {
                    return false;
                }

                Take(_text.Substring(at + 1, nameEnd - at - 1));
                at = nameEnd;
            }
        }

        return true;
    }

    private bool FillBraces(int start, int end, int depth)
    {
        var nameEnd = NameEnd(start, end);
        if (nameEnd == start)
        {
            return false;
        }

        var name = _text.Substring(start, nameEnd - start);
        if (nameEnd == end)
        {
            Take(name);
            return true;
        }

        var hasColon = _text[nameEnd] == ':';
        var sign = nameEnd + (hasColon ? 1 : 0);
        if (sign >= end || _text[sign] is not ('-' or '?' or '+'))
        {
            return false;
        }

        var value = Known(name);
        var isTaken = value is not null && (!hasColon || value.Text!.Length > 0);
        switch (_text[sign])
        {
            case '-' when !isTaken:
                _uses.Add(new VariableUse(name, VariableOrigin.Default));
                return Fill(sign + 1, end, depth + 1);
            case '+' when isTaken:
                _uses.Add(new VariableUse(name, VariableOrigin.File, value!.Place));
                return Fill(sign + 1, end, depth + 1);
            case '+' when value is not null:
                // Known, and empty.
                _uses.Add(new VariableUse(name, VariableOrigin.File, value.Place));
                return true;
            case '?' when !isTaken:
                // It has to come from the environment, or nothing starts.
                Miss(name);
                return true;
            default:
                Take(name);
                return true;
        }
    }

    private void Take(string name)
    {
        if (Known(name) is { } value)
        {
            _uses.Add(new VariableUse(name, VariableOrigin.File, value.Place));
            Append(value.Text!, 0, value.Text!.Length);
        }
        else
        {
            Miss(name);
        }
    }

    /// <summary>What is known of a variable; null where a file names it and leaves its value to the environment.</summary>
    private VariableValue? Known(string name)
    {
        var found = _find(name);
        return found?.Text is null ? null : found;
    }

    private void Miss(string name)
    {
        _uses.Add(new VariableUse(name, VariableOrigin.Unknown));
        _isKnown = false;
    }

    private void Append(string text, int start, int length)
    {
        if (_result.Length + length > MaximumLength)
        {
            _isKnown = false;
            return;
        }

        _result.Append(text, start, length);
    }

    /// <summary>The brace that closes the one of a variable; defaults may hold others.</summary>
    private int ClosingBrace(int at, int end)
    {
        var open = 0;
        for (; at < end; at++)
        {
            if (_text[at] == '$' && at + 1 < end && _text[at + 1] == '{')
            {
                open++;
                at++;
            }
            else if (_text[at] == '}' && --open == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private int NameEnd(int at, int end)
    {
        var start = at;
        while (at < end && (_text[at] is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || (at > start && _text[at] is >= '0' and <= '9')))
        {
            at++;
        }

        return at;
    }
}
