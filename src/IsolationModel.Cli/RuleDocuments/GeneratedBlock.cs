namespace IsolationModel.Cli.RuleDocuments;

/// <summary>A part of a file that a command of the tool has written.</summary>
/// <param name="Command">The command, without the name of the tool.</param>
/// <param name="Line">The line that it starts in, from 1.</param>
internal sealed record GeneratedBlock(string Command, int Line)
{
    /// <summary>What the first line of a block holds, before its command.</summary>
    public const string Begin = "begin: isolation";

    /// <summary>What the last line of a block holds, before its command.</summary>
    public const string End = "end: isolation";

    /// <summary>The command that a line names behind a mark, or null; the end of a comment in HTML is none of it.</summary>
    public static string? CommandIn(string line, string mark)
    {
        var at = line.IndexOf(mark + " ", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var command = line[(at + mark.Length)..].Trim();
        return (command.EndsWith("-->", StringComparison.Ordinal) ? command[..^"-->".Length] : command).Trim();
    }
}
