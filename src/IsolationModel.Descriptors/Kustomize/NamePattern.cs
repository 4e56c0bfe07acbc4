namespace IsolationModel.Descriptors.Kustomize;

/// <summary>
/// The regular expressions of patch targets, anchored at both ends: literals, <c>.</c>, classes, groups, <c>|</c>, <c>*</c>, <c>+</c>, <c>?</c>.
/// It follows all ways through a pattern at once, so no pattern and no name make it slow; other constructs are refused, not guessed.
/// </summary>
internal sealed class NamePattern
{
    private const int MaximumLength = 256;
    private const int MaximumNesting = 3;

    private readonly string _text;
    private readonly List<List<Step>> _alternatives;
    private int _at;

    private NamePattern(string text) => (_text, _alternatives) = (text, []);

    /// <summary>Reads a pattern; null when it is none, or holds a construct that is not known.</summary>
    public static NamePattern? Parse(string text)
    {
        var trimmed = text.StartsWith("^", StringComparison.Ordinal) ? text.Substring(1) : text;
        trimmed = trimmed.EndsWith("$", StringComparison.Ordinal) && !trimmed.EndsWith("\\$", StringComparison.Ordinal) ? trimmed.Substring(0, trimmed.Length - 1) : trimmed;
        var pattern = new NamePattern(trimmed);
        return trimmed.Length <= MaximumLength && pattern.ReadAlternatives(pattern._alternatives, 0) && pattern._at == trimmed.Length ? pattern : null;
    }

    /// <summary>Whether the whole of a name is what the pattern says; names longer than any of Kubernetes are not.</summary>
    public bool Matches(string name)
    {
        if (name.Length > MaximumLength)
        {
            return false;
        }

        var start = new bool[name.Length + 1];
        start[0] = true;
        return Follow(_alternatives, name, start)[name.Length];
    }

    private static bool[] Follow(List<List<Step>> alternatives, string name, bool[] from)
    {
        var reached = new bool[name.Length + 1];
        foreach (var alternative in alternatives)
        {
            var places = from;
            foreach (var step in alternative)
            {
                places = Follow(step, name, places);
            }

            Add(reached, places);
        }

        return reached;
    }

    private static bool[] Follow(Step step, string name, bool[] from)
    {
        var reached = step.IsOptional ? (bool[])from.Clone() : new bool[name.Length + 1];
        var front = Once(step, name, from);
        while (Add(reached, front) && step.Repeats)
        {
            front = Once(step, name, front);
        }

        return reached;
    }

    private static bool[] Once(Step step, string name, bool[] from)
    {
        if (step.Group is { } group)
        {
            return Follow(group, name, from);
        }

        var reached = new bool[name.Length + 1];
        for (var i = 0; i < name.Length; i++)
        {
            reached[i + 1] = from[i] && step.Takes!(name[i]);
        }

        return reached;
    }

    /// <summary>Whether there is a place that was not reached before.</summary>
    private static bool Add(bool[] reached, bool[] more)
    {
        var isNew = false;
        for (var i = 0; i < more.Length; i++)
        {
            isNew |= more[i] && !reached[i];
            reached[i] |= more[i];
        }

        return isNew;
    }

    private bool ReadAlternatives(List<List<Step>> alternatives, int nesting)
    {
        var sequence = new List<Step>();
        alternatives.Add(sequence);
        while (_at < _text.Length && _text[_at] != ')')
        {
            if (_text[_at] == '|')
            {
                _at++;
                alternatives.Add(sequence = []);
            }
            else if (ReadAtom(nesting) is { } atom)
            {
                sequence.Add(ReadQuantifier(atom));
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private Step? ReadAtom(int nesting)
    {
        var c = _text[_at++];
        switch (c)
        {
            case '.':
                return new Step(static _ => true, null);
            case '(':
                return ReadGroup(nesting + 1);
            case '[':
                return ReadClass();
            case '\\':
                return _at < _text.Length && Escaped(_text[_at++]) is { } takes ? new Step(takes, null) : null;
            case '*' or '+' or '?' or '{' or '^' or '$':
                return null;
            default:
                return new Step(other => other == c, null);
        }
    }

    private Step? ReadGroup(int nesting)
    {
        if (string.CompareOrdinal(_text, _at, "?:", 0, 2) == 0)
        {
            _at += 2;
        }

        var group = new List<List<Step>>();
        return nesting <= MaximumNesting && ReadAlternatives(group, nesting) && _at < _text.Length && _text[_at++] == ')' ? new Step(null, group) : null;
    }

    private Step? ReadClass()
    {
        var isNegated = _at < _text.Length && _text[_at] == '^';
        _at += isNegated ? 1 : 0;
        var parts = new List<Func<char, bool>>();
        while (_at < _text.Length && (_text[_at] != ']' || parts.Count == 0))
        {
            var low = _text[_at++];
            if (low == '[')
            {
                return null;
            }

            if (low == '\\')
            {
                if (_at == _text.Length || Escaped(_text[_at++]) is not { } takes)
                {
                    return null;
                }

                parts.Add(takes);
            }
            else if (_at + 1 < _text.Length && _text[_at] == '-' && _text[_at + 1] != ']')
            {
                var high = _text[_at + 1];
                _at += 2;
                parts.Add(c => c >= low && c <= high);
            }
            else
            {
                parts.Add(c => c == low);
            }
        }

        return _at < _text.Length && _text[_at++] == ']' ? new Step(c => parts.Exists(part => part(c)) != isNegated, null) : null;
    }

    private Step ReadQuantifier(Step atom)
    {
        var sign = _at < _text.Length ? _text[_at] : '\0';
        if (sign is not ('*' or '+' or '?'))
        {
            return atom;
        }

        _at++;
        return atom with { IsOptional = sign != '+', Repeats = sign != '?' };
    }

    private static Func<char, bool>? Escaped(char c) => c switch
    {
        'd' => static other => other is >= '0' and <= '9',
        'w' => static other => other is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_',
        _ when char.IsLetterOrDigit(c) => null,
        _ => other => other == c,
    };

    /// <summary>A character or a group, and how often it may stand.</summary>
    private sealed record Step(Func<char, bool>? Takes, List<List<Step>>? Group)
    {
        public bool IsOptional { get; init; }

        public bool Repeats { get; init; }
    }
}
