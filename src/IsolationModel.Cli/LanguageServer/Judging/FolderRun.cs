using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using IsolationModel.Cli.Commands;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.Output;
using IsolationModel.Configuration;
using IsolationModel.Descriptors;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.LanguageServer.Judging;

/// <summary>
/// What <c>isolation check</c> judges in a folder, kept so that after a change only that is read again which has changed. Used by one thread.
/// </summary>
/// <param name="host">What surrounds the server.</param>
/// <param name="folder">The folder in which the run starts.</param>
/// <param name="file">The one file that is judged, as if it were named; null for what a run without paths judges.</param>
internal sealed class FolderRun(ToolHost host, string folder, string? file)
{
    private readonly ConcurrentDictionary<string, (InputFile Input, bool HasDocuments, object Version, DescriptorFile File)> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private DescriptorSession? _session;
    private Judgement? _last;
    private BaselineFile? _baseline;

    /// <summary>Whose documents the session has; null where nobody's are kept.</summary>
    private DocumentRetention? _retention;
    private HashSet<string> _inputs = [];
    private HashSet<string> _foundations = [];
    private bool _isStale = true;

    /// <summary>The folder in which the run starts.</summary>
    public string Folder => folder;

    /// <summary>The one file that is judged; null for a whole folder.</summary>
    public string? File => file;

    /// <summary>Where the model or the settings could not be followed at all, why; each a line for people.</summary>
    public string Complaints { get; private set; } = string.Empty;

    /// <summary>Takes note of what happened to a file.</summary>
    public void Touch(FileEvent happened)
    {
        _read.TryRemove(happened.Path, out _);
        if (happened.ChangesFiles || _foundations.Contains(happened.Path) || string.Equals(Path.GetFileName(happened.Path), IsolationSettings.FileName, StringComparison.Ordinal))
        {
            _isStale = true;
        }
        else
        {
            _changed.Add(happened.Path);
        }
    }

    /// <summary>Judges what is there now.</summary>
    /// <exception cref="UsageException">Something stands in the way of the whole run.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; nothing that happened is forgotten.</exception>
    public Judgement Judge(ImmutableDictionary<string, OpenDocument> documents, CancellationToken cancellationToken)
    {
        var day = ModelSymbols.DayOf(null, host);
        if (_session is null || _isStale || !string.Equals(_session.Options.Day, day, StringComparison.Ordinal))
        {
            _last = null;
            (_session, _retention) = Open(documents, day, cancellationToken);
        }
        else if (_changed.Overlaps(_inputs))
        {
            _last = null;
            (_session, _retention) = Reread(_session, documents, cancellationToken);
        }

        _isStale = false;
        _changed.Clear();
        if (_last is null)
        {
            var report = _session.Report(cancellationToken);
            _last = new Judgement(folder, file, _session, _baseline is null ? report : report.Against(_baseline.Compare(report.Findings)), documents);
        }

        // What happened to files of no descriptors changes nothing but the texts that the client holds.
        return _last with { Documents = documents };
    }

    private (DescriptorSession Session, DocumentRetention? Retention) Open(ImmutableDictionary<string, OpenDocument> documents, string day, CancellationToken cancellationToken)
    {
        using var complaints = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var surroundings = host with
        {
            CurrentDirectory = folder,
            Error = complaints,
            Texts = documents.ToDictionary(static entry => entry.Key, static entry => entry.Value.Content.Text, StringComparer.Ordinal),
        };
        var given = new RunOptions(file is null ? [] : [file], [], null, null, [], day);
        var options = SettingsSymbols.Complete(given, SettingsFile.Nearest(given.Paths, surroundings));
        var settings = options.Settings.Settings;
        (_baseline, options) = WithBaseline(options);
        _foundations = new HashSet<string>(Foundations(settings).Select(path => Path.GetFullPath(path, folder)), StringComparer.Ordinal);
        if (options.Paths.Count == 0 && settings.Paths is { Count: > 0 })
        {
            // None of the paths exists, which is told; while they are typed, what lies in the folder is still worth knowing.
            options = options with { Paths = [settings.Folder] };
        }

        DocumentRetention? retention = null;
        var session = DescriptorSession.Open(
            options,
            surroundings,
            inputs => stop =>
            {
                var asked = retention = LookForDocuments(inputs, documents, stop);
                return DescriptorLoader.Read(inputs, (input, _, end) => Load(input, inputs.Roots, documents, asked, end), new ReadingProgress(inputs.Files.Count, terminal: null), stop);
            },
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _inputs = session.Input.Inputs.Files.Select(static input => input.FullPath!).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _read.Keys.Where(path => !_inputs.Contains(path)))
        {
            _read.TryRemove(gone, out _);
        }

        Complaints = complaints.ToString();
        return (session, retention);
    }

    /// <summary>The settings, and what they name beside descriptors, whether or not it is there yet.</summary>
    private static IEnumerable<string> Foundations(IsolationSettings settings)
    {
        if (settings.IsNone)
        {
            return [];
        }

        IEnumerable<PlacedText> named = settings.Baseline is { } baseline ? [.. settings.Models, baseline] : settings.Models;
        return named.Select(settings.Resolve).Where(static path => !path.Contains('\0', StringComparison.Ordinal)).Append(settings.Path);
    }

    /// <summary>
    /// The baseline of the settings. One that cannot be read hides nothing, and is told where they name it; the command line refuses to go on, an editor has
    /// to show something.
    /// </summary>
    private (BaselineFile? Baseline, RunOptions Options) WithBaseline(RunOptions options)
    {
        var (settings, findings) = options.Settings;
        if (settings.Baseline is not { } named)
        {
            return (null, options);
        }

        try
        {
            return (BaselineFile.ToRead(settings.Resolve(named), folder, "baseline"), options);
        }
        catch (UsageException mistake)
        {
            return (null, options with { Settings = new SettingsReading(settings, [.. findings, SettingsCheck.Missing(settings, named, mistake.Message)]) });
        }
    }

    private (DescriptorSession Session, DocumentRetention? Retention) Reread(DescriptorSession session, ImmutableDictionary<string, OpenDocument> documents, CancellationToken cancellationToken)
    {
        var inputs = session.Input.Inputs;
        var files = (DescriptorFile[])session.Input.Files.Clone();
        var retention = _retention;
        if (_changed.Any(path => _inputs.Contains(path) && DocumentRetention.IsKustomization(path)))
        {
            retention = LookForDocuments(inputs, documents, cancellationToken);
        }

        for (var i = 0; i < inputs.Files.Count; i++)
        {
            var path = inputs.Files[i].FullPath!;
            if (_changed.Contains(path) || (!ReferenceEquals(retention, _retention) && retention?.Needs(path) != _retention?.Needs(path)))
            {
                files[i] = Load(inputs.Files[i], inputs.Roots, documents, retention, cancellationToken);
            }
        }

        return (session with { Input = session.Input with { Files = files } }, retention);
    }

    /// <summary>Finds out whose documents are needed, by the kustomizations as they are now.</summary>
    private DocumentRetention? LookForDocuments(InputSet inputs, ImmutableDictionary<string, OpenDocument> documents, CancellationToken cancellationToken)
    {
        if (!DescriptorLoader.KeepsDocuments(inputs))
        {
            return null;
        }

        // By itself each of them is one that keeps its documents.
        var alone = new DocumentRetention([]);
        return new DocumentRetention(inputs.Files
            .Where(static input => DocumentRetention.IsKustomization(input.FullPath!))
            .Select(input => KeyValuePair.Create(input.FullPath!, Load(input, inputs.Roots, documents, alone, cancellationToken)))
            .ToList());
    }

    private DescriptorFile Load(
        InputFile input, InputRoots roots, ImmutableDictionary<string, OpenDocument> documents, DocumentRetention? retention, CancellationToken cancellationToken)
    {
        var path = input.FullPath!;

        // A reading that was stopped may still end, and not every client tells what changes on disk.
        var document = documents.GetValueOrDefault(path);
        object version = document is null ? WrittenAt(path) : document;
        var (keepsDocuments, hasDocuments) = (retention is not null, retention?.Needs(path) == true);
        if (_read.TryGetValue(path, out var known) && known.Input == input && known.HasDocuments == hasDocuments && known.Version.Equals(version))
        {
            return known.File;
        }

        var read = document is not null
            ? DescriptorReader.Read(input.DisplayPath, document.Content.Text, input.Expectation, keepsDocuments, cancellationToken)
            : DescriptorLoader.Load(input, roots, keepsDocuments, host, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        read = retention?.Keep(path, read) ?? read;
        _read[path] = (input, hasDocuments, version, read);
        return read;
    }

    private static DateTime WrittenAt(string path)
    {
        try
        {
            return System.IO.File.GetLastWriteTimeUtc(path);
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            return DateTime.MinValue;
        }
    }
}
