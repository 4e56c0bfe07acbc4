using System.Text;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Cli.RuleDocuments;

/// <summary>A file with blocks that commands of the tool have written, and what they would write today.</summary>
internal sealed class GeneratedDocument
{
    private const string PagesOption = "--pages ";
    private const string Markdown = "rules markdown";
    private const string GlobalConfig = "rules globalconfig ";

    private readonly string _path;
    private readonly string _current;

    private GeneratedDocument(string path, string current, IReadOnlyList<GeneratedBlock> outOfDate) =>
        (_path, _current, OutOfDate) = (path, current, outOfDate);

    /// <summary>The blocks that a command would write differently today.</summary>
    public IReadOnlyList<GeneratedBlock> OutOfDate { get; }

    /// <summary>Reads a file and writes its blocks anew, in memory.</summary>
    /// <exception cref="UsageException">It cannot be read, holds no block, or one that no command writes.</exception>
    public static GeneratedDocument Read(string file, string currentDirectory)
    {
        if (!InputSearch.Exists(file, currentDirectory))
        {
            throw new UsageException($"'{file}' cannot be read: there is no such file");
        }

        var path = Path.GetFullPath(file, currentDirectory);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            throw new UsageException($"'{file}' cannot be read: {FileFailure.Reason(error)}", error);
        }

        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split(lineEnd);
        var current = new StringBuilder();
        var outOfDate = new List<GeneratedBlock>();
        var count = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            current.Append(lines[i]).Append(i == lines.Length - 1 ? string.Empty : lineEnd);
            if (GeneratedBlock.CommandIn(lines[i], GeneratedBlock.Begin) is not { } command)
            {
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, line => string.Equals(GeneratedBlock.CommandIn(line, GeneratedBlock.End), command, StringComparison.Ordinal));
            if (end < 0)
            {
                throw new UsageException($"{FindingLine.Place(file, i + 1, 1)}: no line holds '{GeneratedBlock.End} {command}', so this block has no end");
            }

            var written = Generate(command, FindingLine.Place(file, i + 1, 1)).Replace("\n", lineEnd, StringComparison.Ordinal);
            if (!string.Equals(written, string.Concat(lines[(i + 1)..end].Select(line => line + lineEnd)), StringComparison.Ordinal))
            {
                outOfDate.Add(new GeneratedBlock(command, i + 1));
            }

            current.Append(written);
            count++;
            i = end - 1;
        }

        return count > 0
            ? new GeneratedDocument(path, current.ToString(), outOfDate)
            : throw new UsageException($"'{file}' holds no block that starts with a line '{GeneratedBlock.Begin} {Markdown}' or '{GeneratedBlock.Begin} {GlobalConfig}<preset>'");
    }

    /// <summary>Puts the file in its place as it would be written today.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public void Write() => ReportFile.Write(_path, "--write", stream => stream.Write(ToolHost.Utf8.GetBytes(_current)));

    /// <summary>What a command writes. Only commands that write down rules are known: a file must not make the tool do anything else.</summary>
    private static string Generate(string command, string place)
    {
        if (command.StartsWith(GlobalConfig, StringComparison.Ordinal) && RulePreset.Find(command[GlobalConfig.Length..].Trim()) is { } preset)
        {
            return PresetConfig.Of(preset);
        }

        if (command.StartsWith(Markdown, StringComparison.Ordinal))
        {
            var options = command[Markdown.Length..].Trim();
            if (options.Length == 0 || options.StartsWith(PagesOption, StringComparison.Ordinal))
            {
                return RuleTable.Markdown(options.Length == 0 ? null : options[PagesOption.Length..].Trim());
            }
        }

        var known = RulePreset.All.Select(static preset => GlobalConfig + preset.Name).Append(Markdown);
        throw new UsageException($"{place}: '{command}' writes no block; {(NearestName.Of(command, known) is { } nearest ? $"did you mean '{nearest}'?" : $"known are {string.Join(", ", known)}")}");
    }
}
