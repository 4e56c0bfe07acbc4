namespace IsolationModel.Fuzzing.Mutation;

/// <summary>Mutations of a text by its lines and characters, which need not be readable.</summary>
internal static class LineMutation
{
    private const int LongestText = 400_000;

    private static readonly string[] Ends = ["\r\n", "\r", "\n\r", "\u0085", "\u2028", "\n\n", " \n", "\t\n", "\n---\n", "\n...\n", "\n# isolation: disable ISM1001 -- why\n", " # isolation: disable ISM2001 -- x\n"];

    /// <summary>Changes a text.</summary>
    public static string Apply(Random random, string text)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(15))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[at]);
                break;
            case 2:
                var with = random.Next(lines.Count);
                (lines[at], lines[with]) = (lines[with], lines[at]);
                break;
            case 3:
                lines[at] = new string(' ', random.Next(1, 9)) + lines[at];
                break;
            case 4:
                lines[at] = lines[at].Length > 0 ? lines[at][Math.Min(lines[at].Length, random.Next(1, 4))..] : "\t";
                break;
            case 5:
                lines[at] = "\t" + lines[at];
                break;
            case 6:
                return text.Replace("\n", Ends[random.Next(Ends.Length)], StringComparison.Ordinal);
            case 7:
                lines[at] += Ends[random.Next(Ends.Length)];
                break;
            case 8:
                return text[..random.Next(text.Length + 1)];
            case 9:
                return text[random.Next(text.Length + 1)..];
            case 10:
                return text.Insert(random.Next(text.Length + 1), Troublesome.Values[random.Next(Troublesome.Values.Count)]);
            case 11 when text.Length > 0:
                var character = random.Next(text.Length);
                return string.Concat(text.AsSpan(0, character), ((char)(text[character] ^ (1 << random.Next(8)))).ToString(), text.AsSpan(character + 1));
            case 12:
                return random.Next(2) == 0 ? text + text : text + "\n---\n" + text;
            case 13:
                var nesting = random.Next(6) == 0 ? random.Next(200, 400) : random.Next(2, 20);
                var pair = ((string[])["[]", "{}", "()", "- \n", "? \n"])[random.Next(5)];
                return text.Insert(random.Next(text.Length + 1), new string(pair[0], nesting) + new string(pair[1], random.Next(2) * nesting));
            default:
                var from = random.Next(lines.Count);
                var count = Math.Min(lines.Count - from, random.Next(1, 12));
                var block = lines.GetRange(from, count);
                lines.InsertRange(at, Enumerable.Repeat(block, random.Next(10) == 0 ? random.Next(2, 100) : 1).SelectMany(static lines => lines));
                break;
        }

        var changed = string.Join('\n', lines);
        return changed.Length > LongestText ? text : changed;
    }
}
