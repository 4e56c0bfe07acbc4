namespace IsolationModel.Fuzzing.Seeds;

/// <summary>The examples of the rules' pages, which between them use every field that a rule looks at.</summary>
internal static class PageExamples
{
    private const string Fence = "```";
    private const string FileMark = "# file: ";

    /// <summary>The examples of a page; those of code are no input.</summary>
    public static IEnumerable<FuzzInput> Of(string page)
    {
        var lines = page.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].StartsWith(Fence, StringComparison.Ordinal) ? lines[i][Fence.Length..].Split(' ') : [];
            if (words is not [_, var format, ..] || FileNameOf(format) is not { } name)
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i + 1);
            yield return Split(name, lines[(i + 1)..end]);
            i = end;
        }
    }

    private static string? FileNameOf(string format) => format switch
    {
        "kubernetes" => "deploy/example.yaml",
        "compose" => "compose.yaml",
        "overlay" => "shop.isolation.json",
        "settings" => "isolation.json",
        _ => null,
    };

    private static FuzzInput Split(string name, string[] lines)
    {
        var files = new List<(string Path, List<string> Lines)>();
        foreach (var line in lines)
        {
            if (line.StartsWith(FileMark, StringComparison.Ordinal))
            {
                files.Add((line[FileMark.Length..].Trim(), []));
                continue;
            }

            if (files.Count == 0)
            {
                files.Add((name, []));
            }

            files[^1].Lines.Add(line.Replace("{|", string.Empty, StringComparison.Ordinal).Replace("|}", string.Empty, StringComparison.Ordinal));
        }

        return new FuzzInput([.. files.Select(static file => new FuzzFile(file.Path, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', file.Lines) + "\n")))]);
    }
}
