using IsolationModel.Text;

namespace IsolationModel.Fuzzing.Mutation;

/// <summary>Mutations of what a text says: whole values, keys and entries are replaced, moved, doubled, or brought from another text.</summary>
internal static class TreeMutation
{
    /// <summary>A longer text is no better.</summary>
    private const int LongestText = 400_000;

    /// <summary>Changes a text.</summary>
    /// <param name="random">What picks the change.</param>
    /// <param name="path">The text's path.</param>
    /// <param name="text">The text.</param>
    /// <param name="other">A text of which parts are taken.</param>
    /// <param name="words">Words of this input that may mean something, such as the paths of its files.</param>
    public static string Apply(Random random, string path, string text, FuzzFile other, IReadOnlyList<string> words)
    {
        var nodes = TextNodes.Of(path, text);
        if (nodes.Values.Count == 0 || nodes.Scalars.Count == 0 || text.Length > LongestText)
        {
            return LineMutation.Apply(random, text);
        }

        switch (random.Next(13))
        {
            case 0 or 1:
                return Replace(text, Pick(random, nodes.Scalars), Scalar(random, words));
            case 2:
                return Replace(text, Pick(random, nodes.Values), Scalar(random, words));
            case 3:
                return Replace(text, Pick(random, nodes.Entries.Count > 0 ? nodes.Entries : nodes.Values), string.Empty);
            case 4 when nodes.Entries.Count > 0:
                return Double(random, text, Pick(random, nodes.Entries));
            case 5:
                return Swap(text, Pick(random, nodes.Values), Pick(random, nodes.Values));
            case 6:
                return Replace(text, Pick(random, nodes.Values), Slice(text, Pick(random, nodes.Values)));
            case 7 when other.Text is { Length: > 0 } foreign && TextNodes.Of(other.Path, foreign) is { Values.Count: > 0 } foreigners:
                return Replace(text, Pick(random, nodes.Values), Indented(text, Pick(random, nodes.Values).Start, Slice(foreign, Pick(random, foreigners.Values))));
            case 8 when nodes.Entries.Count > 0:
                var entry = Pick(random, nodes.Entries);
                return text.Insert(entry.Start, $"{Troublesome.Keys[random.Next(Troublesome.Keys.Count)]}: {Scalar(random, words)}\n{Indent(text, entry.Start)}");
            case 9:
                return Alias(random, text, nodes);
            case 10:
                var tagged = Pick(random, nodes.Values);
                return text.Insert(tagged.Start, ((string[])["!!str ", "!!int ", "!!map ", "!!seq ", "!!binary ", "!reset ", "!override ", "!x!y ", "!<tag:yaml.org,2002:null> ", "&a ", "&a &b ", "? ", "- ", "| ", "> ", "\"", "'"])[random.Next(17)]);
            case 11:
                var quoted = Pick(random, nodes.Scalars);
                return Replace(text, quoted, random.Next(3) switch { 0 => $"\"{Slice(text, quoted)}\"", 1 => $"'{Slice(text, quoted)}'", _ => $"|-\n{Indent(text, quoted.Start)}  {Slice(text, quoted)}" });
            default:
                var key = Pick(random, nodes.Scalars);
                return Replace(text, key, Troublesome.Keys[random.Next(Troublesome.Keys.Count)]);
        }
    }

    private static string Scalar(Random random, IReadOnlyList<string> words) => random.Next(4) == 0 && words.Count > 0
        ? words[random.Next(words.Count)]
        : random.Next(40) == 0 ? new string("ax-\u00e9 "[random.Next(5)], random.Next(1, 5000)) : Troublesome.Values[random.Next(Troublesome.Values.Count)];

    /// <summary>An anchor on one value, and an alias or a merge of it at another.</summary>
    private static string Alias(Random random, string text, TextNodes nodes)
    {
        var (first, second) = (Pick(random, nodes.Values), Pick(random, nodes.Values));
        var name = "a" + random.Next(3);
        if (random.Next(3) == 0 && nodes.Entries.Count > 0)
        {
            var entry = Pick(random, nodes.Entries);
            text = text.Insert(entry.Start, $"<<: {(random.Next(2) == 0 ? $"*{name}" : $"[*{name}, {{ x: *{name} }}]")}\n{Indent(text, entry.Start)}");
            return first.Start < entry.Start ? text.Insert(first.Start, $"&{name} ") : text;
        }

        return first.End <= second.Start
            ? Replace(text, second, $"*{name}").Insert(first.Start, $"&{name} ")
            : text.Insert(first.Start, $"&{name} ");
    }

    private static string Double(Random random, string text, TextRange entry)
    {
        var copies = random.Next(8) == 0 ? random.Next(2, 200) : 1;
        var copy = Slice(text, entry) + "\n" + Indent(text, entry.Start);
        return copy.Length * copies > LongestText ? text : text.Insert(entry.Start, string.Concat(Enumerable.Repeat(copy, copies)));
    }

    private static string Swap(string text, TextRange left, TextRange right)
    {
        if (left.Start > right.Start)
        {
            (left, right) = (right, left);
        }

        return left.End > right.Start ? text : string.Concat(text.AsSpan(0, left.Start), Slice(text, right), text.AsSpan(left.End, right.Start - left.End)) + Slice(text, left) + text[right.End..];
    }

    private static string Indented(string text, int at, string value) => value.Replace("\n", "\n" + Indent(text, at), StringComparison.Ordinal);

    private static string Indent(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        return new string(' ', at - start);
    }

    private static string Slice(string text, TextRange range) => text.Substring(range.Start, range.Length);

    private static string Replace(string text, TextRange range, string value) => string.Concat(text.AsSpan(0, range.Start), value, text.AsSpan(range.End));

    private static TextRange Pick(Random random, IReadOnlyList<TextRange> ranges) => ranges[random.Next(ranges.Count)];
}
