using System.Text;
using IsolationModel.Data;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Compose;

/// <summary>The files of a run that projects may be put together from, in one text in which all of them have their places.</summary>
internal sealed class ComposeFiles : IComposeRun
{
    /// <summary>Above this size nothing is edited, so that the text itself is not needed.</summary>
    private const int MaximumText = 64 * 1024 * 1024;

    private readonly RunFiles _run;
    private readonly Dictionary<string, ComposeSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DescriptorFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<(ComposeEnvironment Outer, string Paths), ComposeEnvironment> _environments = [];

    public ComposeFiles(IEnumerable<DescriptorFile> files, RunFiles run)
    {
        _run = run;
        var text = new StringBuilder();
        foreach (var file in files)
        {
            if (ComposeFileNames.IsCompose(file.Path) && !IsWhole(file))
            {
                // That it is there is known, even if nothing of it can be read.
                _files[run.PathOf(file)] = file;
            }
            else if (IsWhole(file) && Documents(file) is { Count: > 0 } documents && Lines.HasRoomFor(file.Source!.Text!.Length))
            {
                var path = run.PathOf(file);
                _files[path] = file;
                _sources[path] = new ComposeSource(path, file.Path, documents, Lines.Add(file.Path, file.Lines, 0, file.Source.Text.Length), file.Source.Tags);
                _ = text.Length > MaximumText ? text : text.Append(file.Source.Text).Append('\n');
            }
        }

        Text = text.Length > MaximumText ? string.Empty : text.ToString();
    }

    /// <summary>Leads from places of projects back to files.</summary>
    public JoinedLineMap Lines { get; } = new();

    /// <summary>The text in which the places are; empty where it is too long.</summary>
    public string Text { get; }

    /// <summary>The files of Compose by their paths, those among them that could not be read to their end.</summary>
    public IReadOnlyDictionary<string, DescriptorFile> All => _files;

    /// <summary>The documents of Compose in a file.</summary>
    public static IReadOnlyList<DataMapping> Documents(DescriptorFile file) => file.Source is not { Text: not null } source
        ? []
        : source.Documents.OfType<DataMapping>().Where(document => ComposeDocument.Is(document, file.Path)).ToList();

    /// <inheritdoc/>
    public ComposeSource? Find(string path) => _sources.TryGetValue(path, out var source) ? source : null;

    /// <summary>Whether a project takes its variables from the file at a path.</summary>
    public bool IsTaken(string path) => _taken.Contains(path);

    /// <inheritdoc/>
    public ComposeEnvironment Environment(ComposeEnvironment outer, IReadOnlyList<string> paths)
    {
        var key = (outer, string.Join("\n", paths));
        if (!_environments.TryGetValue(key, out var environment))
        {
            var texts = paths.Select(_run.Find).Where(static file => file is { Source.Text: not null, IsDescriptor: false }).Select(static file => (file!.Path, file.Source!.Text!, file.Lines)).ToList();
            environment = texts.Count == 0 ? outer : ComposeEnvironment.Of(outer, texts);
            _environments.Add(key, environment);
            _taken.UnionWith(paths);
        }

        return environment;
    }

    private static bool IsWhole(DescriptorFile file) => !file.Findings.Any(static finding =>
        finding.Rule.Category == RuleCategory.Input && finding.Rule != InputRules.DuplicateKey && finding.Rule != InputRules.DanglingReference && finding.Rule != InputRules.CircularReference);
}
