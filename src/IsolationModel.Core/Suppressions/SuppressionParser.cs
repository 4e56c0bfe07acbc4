using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Suppressions;

/// <summary>
/// Reads what stands behind <c>isolation: disable</c> in a comment, or in the annotation <c>isolationmodel.dev/disable</c>:
/// <c>id {"," id} ["until" day] "--" reason</c>.
/// </summary>
public sealed class SuppressionParser
{
    private const string UntilWord = "until";

    private readonly string _text;
    private readonly Func<int, int, TextRange> _at;
    private readonly TextRange _scope;
    private readonly string? _namespace;
    private readonly List<Suppression> _suppressions = [];
    private readonly List<SuppressionProblem> _problems = [];

    /// <summary>The edit that takes away everything that is read; null where there is none.</summary>
    private readonly TextEdit? _removal;

    private SuppressionParser(string text, Func<int, int, TextRange> at, TextRange scope, string? space, TextEdit? removal) =>
        (_text, _at, _scope, _namespace, _removal) = (text, at, scope, space, removal);

    /// <summary>Reads the text of one comment.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="start">Where its ids start.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="at">The place of a part of the text (start, length).</param>
    /// <param name="scope">What it speaks for.</param>
    /// <param name="removal">The edit that takes the comment away; null where nothing can be edited.</param>
    public static SuppressionReading ReadOne(string text, int start, int end, Func<int, int, TextRange> at, TextRange scope, TextEdit? removal)
    {
        var parser = new SuppressionParser(text, at, scope, space: null, removal);
        parser.Read(start, end, removal);
        return new SuppressionReading(parser._suppressions, parser._problems);
    }

    /// <summary>Reads an annotation, in which <c>;</c> or a new line stands between several.</summary>
    /// <param name="text">The annotation's value.</param>
    /// <param name="at">The place of a part of the text (start, length).</param>
    /// <param name="scope">What it speaks for.</param>
    /// <param name="space">The namespace for whose workloads it speaks, or null.</param>
    /// <param name="removal">The edit that takes the annotation away; null where nothing can be edited.</param>
    public static SuppressionReading ReadAll(string text, Func<int, int, TextRange> at, TextRange scope, string? space = null, TextEdit? removal = null)
    {
        var parser = new SuppressionParser(text, at, scope, space, removal);
        var isOnly = text.IndexOfAny([';', '\n', '\r']) < 0;
        var isEmpty = true;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOfAny([';', '\n', '\r'], start);
            end = end < 0 ? text.Length : end;
            if (!parser.IsBlank(start, end))
            {
                isEmpty = false;
                parser.Read(start, end, isOnly ? removal : parser.RemovalOf(start, end));
            }

            start = end + 1;
        }

        if (isEmpty)
        {
            parser.Read(0, text.Length, null);
        }

        return new SuppressionReading(parser._suppressions, parser._problems);
    }

    /// <summary>Whether findings of a rule can be suppressed: mistakes that make the judgement unsound cannot, nor can what is said of suppressions.</summary>
    public static bool CanSuppress(RuleDescriptor rule) => rule.DefaultSeverity != FindingSeverity.Error && rule != SuppressionRules.Unused;

    private void Read(int start, int end, TextEdit? removal)
    {
        (start, end) = Trim(start, end);
        if (Placeholder.IsIn(_text.Substring(start, end - start)))
        {
            Problem(start, end, "this suppression holds a placeholder that was never filled in, so it suppresses nothing");
            return;
        }

        var dashes = Dashes(start, end);
        var (reasonStart, reasonEnd) = dashes < 0 ? (end, end) : Trim(dashes + 2, end);
        var rules = new List<(string Id, TextRange Range)>();
        var problems = _problems.Count;
        var isSound = ReadHead(start, dashes < 0 ? end : dashes, rules, out var until);
        if (reasonStart == reasonEnd)
        {
            if (start == end && _problems.Count > problems)
            {
                return; // There is nothing at all, which was told.
            }

            Problem(start, end, "this suppression gives no reason, so it suppresses nothing; write one behind its rules, as in 'ISM1001 -- the reason'");
            return;
        }

        if (isSound)
        {
            var reason = _text.Substring(reasonStart, reasonEnd - reasonStart);
            _suppressions.AddRange(rules.Select((rule, i) => new Suppression(rule.Id, rule.Range, _scope, reason, until, _namespace)
            {
                // A word that is no rule is not taken away along, since nobody knows what it was meant to be.
                Removal = _problems.Count > problems ? null : rules.Count == 1 ? removal : RemovalOf(rules, i),
            }));
        }
    }

    /// <summary>The edit that takes one of several parts away, with the sign behind it or in front of it; null where a new line is that sign.</summary>
    private TextEdit? RemovalOf(int start, int end)
    {
        var (from, to) = end < _text.Length ? (start, end + 1) : (start - 1, end);
        return from >= 0 && _text.IndexOf(';', from, to - from) >= 0 ? RemovalAt(_at(from, to - from), to - from) : null;
    }

    /// <summary>The edit that takes one of several rules away, with the comma behind it or in front of it; null where more than that would go.</summary>
    private TextEdit? RemovalOf(List<(string Id, TextRange Range)> rules, int index)
    {
        var range = index < rules.Count - 1
            ? TextRange.FromBounds(rules[index].Range.Start, rules[index + 1].Range.Start)
            : TextRange.FromBounds(rules[index - 1].Range.End, rules[index].Range.End);

        // A day between two rules would go along; then more stands there than a comma and blanks.
        var offset = range.Start - _at(0, 0).Start;
        var isPlain = range.Length > 0 && offset >= 0 && offset + range.Length <= _text.Length
            && _text.Substring(offset, range.Length).Count(static c => !IsSeparator(c)) == rules[index].Id.Length;
        return isPlain ? RemovalAt(range, range.Length) : null;
    }

    /// <summary>Only where the text stands in the file character by character, a part of it has a place of its own.</summary>
    private TextEdit? RemovalAt(TextRange range, int length) => _removal is not null && range.Length == length ? new TextEdit(range, string.Empty) : null;

    /// <summary>The rules and the day. False when nothing may be suppressed, because the day cannot be read.</summary>
    private bool ReadHead(int start, int end, List<(string Id, TextRange Range)> rules, out string? until)
    {
        until = null;
        var named = 0;
        for (var at = start; NextWord(ref at, end, out var wordStart);)
        {
            var word = _text.Substring(wordStart, at - wordStart);
            if (string.Equals(word, UntilWord, StringComparison.Ordinal))
            {
                var hasDay = NextWord(ref at, end, out var dayStart);
                until = hasDay ? _text.Substring(dayStart, at - dayStart) : null;
                if (until is null || !ForbiddenTechnology.IsDay(until))
                {
                    Problem(
                        hasDay ? dayStart : wordStart,
                        hasDay ? at : wordStart + word.Length,
                        $"{(until is null ? "no day stands behind 'until'" : $"'{until}' is no day")}, so this suppresses nothing; write it as 2026-12-31");
                    return false;
                }

                continue;
            }

            named++;
            ReadRule(word, wordStart, rules);
        }

        if (named == 0)
        {
            (start, end) = Trim(start, end);
            Problem(start, end, "this suppression names no rule, so it suppresses nothing; write the rule's id first, as in 'ISM1001 -- the reason'");
        }

        return true;
    }

    private void ReadRule(string word, int start, List<(string Id, TextRange Range)> rules)
    {
        var rule = RuleSet.All.FirstOrDefault(known => string.Equals(known.Id, word, StringComparison.Ordinal));
        if (rule is null)
        {
            var nearest = NearestName.Of(word, RuleSet.All.Where(CanSuppress).Select(known => known.Id));
            var hint = nearest is null ? "ids are 'ISM' and four digits" : $"did you mean '{nearest}'?";
            _problems.Add(new SuppressionProblem(_at(start, word.Length), $"'{word}' is no rule; {hint}", nearest));
        }
        else if (CanSuppress(rule))
        {
            rules.Add((rule.Id, _at(start, word.Length)));
        }
        else
        {
            Problem(start, start + word.Length, $"{rule.Id} cannot be suppressed, because it tells a mistake that has to be mended; take it out of the suppression");
        }
    }

    /// <summary>The two dashes in front of the reason, with a blank or an end on either side; -1 where there are none.</summary>
    private int Dashes(int start, int end)
    {
        for (var at = _text.IndexOf("--", start, end - start, StringComparison.Ordinal); at >= 0; at = _text.IndexOf("--", at + 1, end - at - 1, StringComparison.Ordinal))
        {
            if ((at == start || char.IsWhiteSpace(_text[at - 1])) && (at + 2 == end || char.IsWhiteSpace(_text[at + 2])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Goes behind the next word; commas and blanks stand between words.</summary>
    private bool NextWord(ref int at, int end, out int start)
    {
        while (at < end && IsSeparator(_text[at]))
        {
            at++;
        }

        start = at;
        while (at < end && !IsSeparator(_text[at]))
        {
            at++;
        }

        return at > start;
    }

    private static bool IsSeparator(char c) => c == ',' || char.IsWhiteSpace(c);

    private bool IsBlank(int start, int end) => Trim(start, end) is var (from, to) && from == to;

    private (int Start, int End) Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private void Problem(int start, int end, string message) => _problems.Add(new SuppressionProblem(_at(start, end - start), message));
}
