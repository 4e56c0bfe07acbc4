using System.Globalization;
using IsolationModel.Cli.Input;
using IsolationModel.Text;

namespace IsolationModel.Cli.Commands;

/// <summary>A place in a file, as compilers and editors write it: <c>file:line</c>, <c>file:line:column</c> or <c>file(line,column)</c>.</summary>
/// <param name="FullPath">The file.</param>
/// <param name="DisplayPath">The file as reports show it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1; null for the whole line.</param>
internal sealed record PlaceTarget(string FullPath, string DisplayPath, int Line, int? Column)
{
    /// <summary>Reads one; null where the text names no place.</summary>
    /// <exception cref="UsageException">It names a place in a file that does not exist, or a file without a line.</exception>
    public static PlaceTarget? Parse(string text, string currentDirectory)
    {
        var (first, line, column) = Split(text);
        if (line is null)
        {
            return FileIn(text, currentDirectory) is { } file ? throw new UsageException($"'{text}' names no line of '{file}'; write {file}:1, or whatever its line is") : null;
        }

        // A name may end like a place, so that the longest one that exists is meant.
        var whole = column is null || text.EndsWith(')') ? null : text[..text.LastIndexOf(':')];
        if (whole is not null && Existing(whole, currentDirectory) is { } named)
        {
            return new PlaceTarget(named, DisplayPathOf(named, currentDirectory), column!.Value, null);
        }

        return Existing(first, currentDirectory) is { } path ? new PlaceTarget(path, DisplayPathOf(path, currentDirectory), line.Value, column)
            : first.Contains('.', StringComparison.Ordinal) || first.Contains('/', StringComparison.Ordinal) ? throw new UsageException($"there is no file '{first}'")
            : null;
    }

    /// <summary>Whether a range of the file lies here.</summary>
    public bool IsIn(TextPosition start, TextPosition end) => Column is { } column
        ? (start.Line, start.Column).CompareTo((Line, column)) <= 0 && (Line, column).CompareTo((end.Line, end.Column)) <= 0
        : start.Line <= Line && Line <= end.Line;

    /// <summary>The file that a text begins with, up to what should have been a line; a technology may be called like a file without an ending.</summary>
    private static string? FileIn(string text, string currentDirectory) => new[] { text.Length, text.LastIndexOf(':'), text.LastIndexOf('(') }
        .Where(static end => end > 0)
        .Select(end => text[..end])
        .FirstOrDefault(file => Path.HasExtension(file) && Existing(file, currentDirectory) is not null);

    private static string? Existing(string file, string currentDirectory) =>
        InputSearch.Exists(file, currentDirectory) && Path.GetFullPath(file, currentDirectory) is var path && File.Exists(path) ? path : null;

    private static string DisplayPathOf(string path, string currentDirectory) => Input.DisplayPath.Of(path, currentDirectory);

    private static (string File, int? Line, int? Column) Split(string text)
    {
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open)
        {
            var numbers = text[(open + 1)..^1].Split(',');
            return numbers.Length is 1 or 2 && Number(numbers[0]) is { } at && (numbers.Length == 1 || Number(numbers[1]) is not null)
                ? (text[..open], at, numbers.Length == 1 ? null : Number(numbers[1]))
                : (text, null, null);
        }

        var last = text.LastIndexOf(':');
        if (last <= 0 || Number(text[(last + 1)..]) is not { } second)
        {
            return (text, null, null);
        }

        var before = text.LastIndexOf(':', last - 1);
        return before > 0 && Number(text[(before + 1)..last]) is { } line ? (text[..before], line, second) : (text[..last], second, null);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
