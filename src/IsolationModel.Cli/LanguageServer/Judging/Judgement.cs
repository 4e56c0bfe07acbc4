using System.Collections.Immutable;
using IsolationModel.Cli.Commands;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Suppressions;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.LanguageServer.Judging;

/// <summary>What came of judging a run once.</summary>
/// <param name="Folder">The folder in which the run starts.</param>
/// <param name="File">The one file that was judged; null for a whole folder.</param>
/// <param name="Session">What was read.</param>
/// <param name="Report">What there is to tell.</param>
/// <param name="Documents">The documents that the client held.</param>
internal sealed record Judgement(string Folder, string? File, DescriptorSession Session, Report Report, ImmutableDictionary<string, OpenDocument> Documents)
{
    private RuntimeMeaning? _meaning;
    private Dictionary<string, DescriptorFile>? _files;

    /// <summary>What names of runtimes come to in the run.</summary>
    public RuntimeMeaning Meaning => _meaning ??= new RuntimeMeaning(Session.Model, Report.Files, Session.Options.Settings.Settings);

    /// <summary>The file of a shown path.</summary>
    public string PathOf(string shown) => Path.GetFullPath(shown, Folder);

    /// <summary>How a file is shown.</summary>
    public string ShownPathOf(string path) => DisplayPath.Of(path, Folder);

    /// <summary>Whether a file lies where the run judges.</summary>
    public bool Covers(string path) => File is { } one ? string.Equals(one, path, StringComparison.Ordinal) : IsBelow(Folder, path);

    /// <summary>What was read of a file; an empty one where it is none of the run.</summary>
    public DescriptorFile FileOf(string path)
    {
        _files ??= Report.Files.GroupBy(static file => file.Path, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        var shown = ShownPathOf(path);
        return _files.TryGetValue(shown, out var file) ? file : DescriptorFile.NotADescriptor(shown);
    }

    /// <summary>Whether a file is one of those that were judged.</summary>
    public bool Holds(string path) => Session.Input.Inputs.Files.Any(input => string.Equals(input.FullPath, path, StringComparison.Ordinal));

    /// <summary>The findings in a file.</summary>
    public IEnumerable<Finding> FindingsIn(string path)
    {
        var shown = ShownPathOf(path);
        return Report.Findings.Where(finding => string.Equals(finding.File, shown, StringComparison.Ordinal));
    }

    /// <summary>What suppressions cover in a file.</summary>
    public IEnumerable<SuppressedFinding> SuppressedIn(string path)
    {
        var shown = ShownPathOf(path);
        return Report.Suppressed.Where(entry => string.Equals(entry.Finding.File, shown, StringComparison.Ordinal));
    }

    /// <summary>Whether a file lies in a folder or below it.</summary>
    public static bool IsBelow(string folder, string path) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
