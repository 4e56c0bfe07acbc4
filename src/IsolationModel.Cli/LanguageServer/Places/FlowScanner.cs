using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Places;

/// <summary>
/// Finds the scalar at a place in JSON, or in a flow collection of YAML, and the keys around it. What is broken behind the place plays no part, and
/// what is broken before it is taken as it looks.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="end">Where the text ends for it.</param>
/// <param name="isYaml">Whether scalars may go without quotes, and comments start with <c>#</c>.</param>
internal sealed class FlowScanner(string text, int end, bool isYaml)
{
    private readonly Stack<(bool IsMapping, string? Key)> _open = new();

    /// <summary>Reads from an opening bracket to a place.</summary>
    /// <param name="start">Where the bracket is.</param>
    /// <param name="place">The place.</param>
    /// <param name="outer">The keys around the bracket.</param>
    /// <returns>What is there; null where the collection ends before, or where no scalar can stand.</returns>
    public KeyPath? Find(int start, int place, IReadOnlyList<string> outer)
    {
        for (var at = start; at < end;)
        {
            var c = text[at];
            if (c is '{' or '[')
            {
                if (at >= place && at > start)
                {
                    return At(TextRange.FromBounds(place, place), outer);
                }

                _open.Push((c == '{', null));
                at++;
            }
            else if (c is '}' or ']')
            {
                if (at >= place)
                {
                    return At(TextRange.FromBounds(place, place), outer);
                }

                if (_open.Count > 0)
                {
                    _open.Pop();
                }

                if (_open.Count == 0)
                {
                    return null;
                }

                at++;
            }
            else if (c is ',' or ':' || char.IsWhiteSpace(c))
            {
                if (at >= place)
                {
                    return At(TextRange.FromBounds(place, place), outer);
                }

                Separate(c);
                at++;
            }
            else if (IsComment(at))
            {
                var close = text.IndexOf('\n', at);
                at = close < 0 || close > end ? end : close;
                if (at >= place)
                {
                    return null;
                }
            }
            else
            {
                var (content, next) = Scalar(at);
                if (place <= next && (place < next || content.End == next))
                {
                    return place < content.Start ? null : At(content, outer);
                }

                if (_open.Count > 0 && _open.Peek() is { IsMapping: true, Key: null })
                {
                    _open.Pop();
                    _open.Push((true, text.Substring(content.Start, content.Length)));
                }

                at = next;
            }
        }

        return place >= end ? At(TextRange.FromBounds(end, end), outer) : null;
    }

    private void Separate(char separator)
    {
        if (separator == ',' && _open.Count > 0)
        {
            var (isMapping, _) = _open.Pop();
            _open.Push((isMapping, null));
        }
    }

    private bool IsComment(int at) => isYaml ? text[at] == '#' && (at == 0 || char.IsWhiteSpace(text[at - 1])) : text[at] == '/' && at + 1 < end && text[at + 1] == '/';

    /// <summary>The scalar that starts at a place, without its quotes, and where the text goes on. One that is not closed ends with its line.</summary>
    private (TextRange Content, int Next) Scalar(int at)
    {
        var quote = text[at];
        if (quote == '"' || (isYaml && quote == '\''))
        {
            var close = at + 1;
            while (close < end && text[close] != quote && text[close] is not ('\n' or '\r'))
            {
                close += quote == '"' && text[close] == '\\' && close + 1 < end ? 2 : 1;
            }

            close = Math.Min(close, end);
            return (TextRange.FromBounds(at + 1, close), close < end && text[close] == quote ? close + 1 : close);
        }

        var stop = at + 1;
        while (stop < end && text[stop] is not (',' or '{' or '}' or '[' or ']' or '\n' or '\r') && !IsColon(stop) && !(char.IsWhiteSpace(text[stop]) && stop + 1 < end && text[stop + 1] == '#'))
        {
            stop++;
        }

        var last = stop;
        while (last > at && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        return (TextRange.FromBounds(at, last), stop);
    }

    /// <summary>In a plain scalar of YAML a colon is a character like others, unless a blank or an end follows.</summary>
    private bool IsColon(int at) => text[at] == ':' && (!isYaml || at + 1 >= end || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is ',' or '}' or ']');

    private KeyPath? At(TextRange value, IReadOnlyList<string> outer)
    {
        if (_open.Count == 0)
        {
            return null;
        }

        var keys = new List<string>(outer);
        keys.AddRange(_open.Reverse().Select(static level => level.Key).OfType<string>());
        return new KeyPath(keys, value, _open.Peek() is { IsMapping: true, Key: null });
    }
}
