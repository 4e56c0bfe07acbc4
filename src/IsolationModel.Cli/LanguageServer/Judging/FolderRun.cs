using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using IsolationModel.Cli.Commands;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.Output;
using IsolationModel.Configuration;
using IsolationModel.Descriptors;
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
    private readonly ConcurrentDictionary<string, (InputFile Input, bool KeepsDocuments, object Version, DescriptorFile File)> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private DescriptorSession? _session;
    private Judgement? _last;
    private BaselineFile? _baseline;
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
            _session = Open(documents, day, cancellationToken);
        }
        else if (_changed.Overlaps(_inputs))
        {
            _last = null;
            _session = Reread(_session, documents, cancellationToken);
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

    private DescriptorSession Open(ImmutableDictionary<string, OpenDocument> documents, string day, CancellationToken cancellationToken)
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
        var baseline = settings.Baseline is { } known ? settings.Resolve(known) : null;
        _foundations = new HashSet<string>([.. options.Models.Select(model => Path.GetFullPath(model, folder)), .. settings.IsNone ? [] : new[] { Path.GetFullPath(settings.Path, folder) }], StringComparer.Ordinal);
        if (baseline is not null)
        {
            _foundations.Add(Path.GetFullPath(baseline, folder));
        }

        var session = DescriptorSession.Open(
            options,
            surroundings,
            inputs => stop => DescriptorLoader.Read(inputs, (input, keepsDocuments, end) => Load(input, inputs.Roots, keepsDocuments, documents, end), new ReadingProgress(inputs.Files.Count, terminal: null), stop),
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _inputs = session.Input.Inputs.Files.Select(static input => input.FullPath!).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _read.Keys.Where(path => !_inputs.Contains(path)))
        {
            _read.TryRemove(gone, out _);
        }

        _baseline = baseline is null ? null : BaselineOf(baseline, settings, complaints);
        Complaints = complaints.ToString();
        return session;
    }

    /// <summary>A baseline that cannot be read hides nothing, which is told; the command line refuses to go on, an editor has to show something.</summary>
    private BaselineFile? BaselineOf(string path, IsolationSettings settings, StringWriter complaints)
    {
        try
        {
            return BaselineFile.ToRead(path, folder, $"{settings.Path}: baseline");
        }
        catch (UsageException mistake)
        {
            complaints.WriteLine(mistake.Message);
            return null;
        }
    }

    private DescriptorSession Reread(DescriptorSession session, ImmutableDictionary<string, OpenDocument> documents, CancellationToken cancellationToken)
    {
        var inputs = session.Input.Inputs;
        var keepsDocuments = DescriptorLoader.KeepsDocuments(inputs);
        var files = (DescriptorFile[])session.Input.Files.Clone();
        for (var i = 0; i < inputs.Files.Count; i++)
        {
            if (_changed.Contains(inputs.Files[i].FullPath!))
            {
                files[i] = Load(inputs.Files[i], inputs.Roots, keepsDocuments, documents, cancellationToken);
            }
        }

        return session with { Input = session.Input with { Files = files } };
    }

    private DescriptorFile Load(InputFile input, InputRoots roots, bool keepsDocuments, ImmutableDictionary<string, OpenDocument> documents, CancellationToken cancellationToken)
    {
        var path = input.FullPath!;

        // A reading that was stopped may still end, and not every client tells what changes on disk.
        var document = documents.GetValueOrDefault(path);
        object version = document is null ? WrittenAt(path) : document;
        if (_read.TryGetValue(path, out var known) && known.Input == input && known.KeepsDocuments == keepsDocuments && known.Version.Equals(version))
        {
            return known.File;
        }

        var read = document is not null
            ? DescriptorReader.Read(input.DisplayPath, document.Content.Text, input.Expectation, keepsDocuments, cancellationToken)
            : DescriptorLoader.Load(input, roots, keepsDocuments, host, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _read[path] = (input, keepsDocuments, version, read);
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
