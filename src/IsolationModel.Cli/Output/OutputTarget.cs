using System.Buffers;

namespace IsolationModel.Cli.Output;

/// <summary>A file that gets a report.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Format">How it is written.</param>
internal sealed record OutputTarget(string Path, IReportWriter Format)
{
    private const string Option = "--output";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    /// <summary>How names of files compare.</summary>
    private static StringComparer Names => OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>The option that names it, for messages.</summary>
    public string NamedBy { get; private init; } = Option;

    /// <summary>Reads <c>[format:]file</c>.</summary>
    /// <param name="text">What the command line says.</param>
    /// <param name="standard">The format of standard output.</param>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    /// <exception cref="UsageException">There is no such format, or no file can be written there.</exception>
    public static OutputTarget Parse(string text, IReportWriter standard, string currentDirectory)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var format = colon < 0 ? null : ReportFormats.Find(text[..colon]);
        if (format is null && LooksLikeFormat(text, colon))
        {
            throw new UsageException(
                $"{Option}: there is no format '{text[..colon]}'; known are {string.Join(", ", ReportFormats.Names)}; a file that is called so is ./{text}");
        }

        var path = FileOf(format is null ? text : text[(colon + 1)..], Option, currentDirectory);
        return new OutputTarget(path, format ?? ReportFormats.OfFile(path, standard));
    }

    /// <summary>A file that an option names, in the one format that it takes.</summary>
    /// <exception cref="UsageException">No file can be written there.</exception>
    public static OutputTarget Of(string file, IReportWriter format, string option, string currentDirectory) =>
        new(FileOf(file, option, currentDirectory), format) { NamedBy = option };

    /// <summary>The full path of a file that can be written.</summary>
    /// <exception cref="UsageException">No file can be written there.</exception>
    public static string FileOf(string file, string option, string currentDirectory)
    {
        if (file.AsSpan().Trim().IsEmpty || file.Contains('\0', StringComparison.Ordinal))
        {
            throw new UsageException($"{option}: '{file}' names no file");
        }

        if (file == "-")
        {
            // Whoever writes it means standard output; a file of this name would come as a surprise, and is hard to remove.
            throw new UsageException($"{option}: '-' names no file; a file that is called so is ./-");
        }

        var path = System.IO.Path.GetFullPath(file, currentDirectory);
        if (Directory.Exists(path))
        {
            throw new UsageException($"{option}: '{file}' is a folder");
        }

        return Directory.Exists(System.IO.Path.GetDirectoryName(path)) ? path : throw new UsageException($"{option}: there is no folder for '{file}'");
    }

    /// <summary>Refuses two reports in one place: the second one would replace the first.</summary>
    /// <exception cref="UsageException">There are two.</exception>
    public static void RequireDifferentFiles(IEnumerable<(string Option, string Path)> targets, string currentDirectory)
    {
        var taken = new Dictionary<string, string>(Names);
        foreach (var (option, path) in targets)
        {
            if (!ReportFile.IsDevice(path) && !taken.TryAdd(ReportFile.Destination(path), option))
            {
                var file = Input.DisplayPath.Of(path, currentDirectory);
                throw new UsageException(taken[ReportFile.Destination(path)] == option
                    ? $"{option}: '{file}' is named twice, and holds one report only"
                    : $"{option}: '{file}' is written by {taken[ReportFile.Destination(path)]} already");
            }
        }
    }

    /// <summary>Refuses to write over what the run rests on: a report that takes the place of a manifest would be the end of it.</summary>
    /// <param name="targets">What is to be written.</param>
    /// <param name="inputs">The full paths of what is read; they are looked at only where a target exists.</param>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    /// <exception cref="UsageException">A target is an input.</exception>
    public static void RequireNoInput(IEnumerable<(string Option, string Path)> targets, IEnumerable<string> inputs, string currentDirectory)
    {
        var existing = new Dictionary<string, (string Option, string Path)>(Names);
        foreach (var target in targets)
        {
            if (!ReportFile.IsDevice(target.Path) && File.Exists(target.Path))
            {
                existing[ReportFile.Destination(target.Path)] = target;
            }
        }

        if (existing.Count == 0)
        {
            return;
        }

        foreach (var input in inputs)
        {
            if (existing.TryGetValue(ReportFile.Destination(input), out var target))
            {
                throw new UsageException($"{target.Option}: '{Input.DisplayPath.Of(target.Path, currentDirectory)}' is read by this run, and would be lost; name another file");
            }
        }
    }

    /// <summary>Whether a word stands before the colon; a single letter is a drive.</summary>
    private static bool LooksLikeFormat(string text, int colon) =>
        colon > 1 && !text.AsSpan(0, colon).ContainsAnyExcept(NameCharacters);
}
