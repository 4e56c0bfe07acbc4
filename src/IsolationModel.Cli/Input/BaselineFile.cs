using IsolationModel.Baselines;
using IsolationModel.Cli.Output;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Input;

/// <summary>The file of a baseline, to be read or to be written.</summary>
internal sealed class BaselineFile
{
    public const string ReadOption = "--baseline";

    public const string WriteOption = "--write-baseline";

    /// <summary>Larger than any that a run could write without somebody noticing.</summary>
    private const int SizeLimit = 256 * 1024 * 1024;

    private readonly string _currentDirectory;
    private readonly string _path;
    private readonly string _shown;

    /// <summary>The baseline that was read; null where one is to be written.</summary>
    private readonly Baseline? _known;

    private BaselineFile(string path, string shown, string currentDirectory, Baseline? known) =>
        (_path, _shown, _currentDirectory, _known) = (path, shown, currentDirectory, known);

    /// <summary>Where it is.</summary>
    public string FullPath => _path;

    /// <summary>Whether the present findings become the baseline.</summary>
    public bool IsWritten => _known is null;

    /// <summary>Reads a baseline.</summary>
    /// <param name="file">The file.</param>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    /// <param name="option">What names it, for messages.</param>
    /// <exception cref="UsageException">There is none, or it is broken.</exception>
    public static BaselineFile ToRead(string file, string currentDirectory, string option = ReadOption)
    {
        var path = PathOf(option, file, currentDirectory);
        var shown = DisplayPath.Of(path, currentDirectory);
        try
        {
            using var stream = FileOpening.ToRead(path);
            using var content = BoundedReader.Read(stream, stream.CanSeek ? stream.Length : 0, SizeLimit, CancellationToken.None);
            if (content.IsTooLarge)
            {
                throw new UsageException($"{option}: '{shown}' is larger than {SizeLimit / 1024 / 1024} MiB");
            }

            var text = TextDecoder.Decode(content.Bytes, content.Count, out _)
                ?? throw new UsageException($"{option}: '{shown}' is no baseline: it holds a byte that is not UTF-8");
            var reading = Baselines.Baseline.Read(text);
            return reading.Baseline is { } known
                ? new BaselineFile(path, shown, currentDirectory, known)
                : throw new UsageException($"{option}: {FindingLine.Place(shown, reading.Position.Line, reading.Position.Column)}: {reading.Problem}");
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            throw new UsageException($"{option}: '{shown}' cannot be read: {(File.Exists(path) ? FileFailure.Reason(error) : "there is no such file; write one with --write-baseline")}", error);
        }
    }

    /// <summary>Prepares writing one, as far as it can be seen beforehand that it will work.</summary>
    /// <exception cref="UsageException">No file can be written there.</exception>
    public static BaselineFile ToWrite(string file, string currentDirectory)
    {
        var path = OutputTarget.FileOf(file, WriteOption, currentDirectory);
        return new BaselineFile(path, DisplayPath.Of(path, currentDirectory), currentDirectory, known: null);
    }

    /// <summary>Sees the findings of a run against the baseline, or against what is now made the baseline.</summary>
    public BaselineComparison Compare(IReadOnlyList<Finding> findings) => (_known ?? Baselines.Baseline.Of(findings, Relative)).Compare(findings, Relative);

    /// <summary>Writes the findings of a run.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public void Write(IReadOnlyList<Finding> findings)
    {
        var bytes = ToolHost.Utf8.GetBytes(Baselines.Baseline.Of(findings, Relative).ToJson());
        try
        {
            ReportFile.Replace(_path, stream => stream.Write(bytes));
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            throw new UsageException($"{WriteOption}: '{_shown}' cannot be written: {FileFailure.Reason(error)}", error);
        }
    }

    /// <summary>A shown path as it is seen from the baseline's folder, so that the baseline holds wherever the repository lies and the tool is started.</summary>
    private string Relative(string shown) => shown == DisplayPath.StandardInput
        ? shown
        : Path.GetRelativePath(Path.GetDirectoryName(_path)!, Path.GetFullPath(shown, _currentDirectory)).Replace(Path.DirectorySeparatorChar, '/');

    private static string PathOf(string option, string file, string currentDirectory)
    {
        if (file.AsSpan().Trim().IsEmpty || file.Contains('\0', StringComparison.Ordinal))
        {
            throw new UsageException($"{option}: '{file}' names no file");
        }

        var path = Path.GetFullPath(file, currentDirectory);
        return Directory.Exists(path) ? throw new UsageException($"{option}: '{file}' is a folder") : path;
    }
}
