using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using IsolationModel.Configuration;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers;

/// <summary>
/// All descriptors of one compilation, judged together and once, because the RuntimeClass or Namespace object in one file speaks for workloads
/// in another.
/// </summary>
internal sealed class DescriptorRun(AnalyzerOptions options, TextCache cache, Lazy<IReadOnlyList<NeedDeclaration>>? codeNeeds = null)
{
    /// <summary>The day for bans with an end. The build gives it, since what the compiler makes must not depend on a clock.</summary>
    private const string DayProperty = "build_property.IsolationModelDay";

    private const string PresetProperty = "build_property.IsolationModelAnalysisMode";

    private readonly object _gate = new();
    private ILookup<AdditionalText, Diagnostic>? _diagnostics;
    private readonly ConcurrentDictionary<(string Id, string Message), bool> _told = new();
    private InputFiles? _input;
    private IReadOnlyList<DescriptorFile>? _files;
    private ModelIndex? _model;
    private IsolationSettings? _settings;

    /// <summary>What is reported with an additional file; nothing where the file is none of ours.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped; whoever asks next starts it again.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "An exception in an analyzer would hide all findings behind AD0001; it is told as ISM9001 instead")]
    public IEnumerable<Diagnostic> DiagnosticsOf(AdditionalText file, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            try
            {
                _diagnostics ??= Judge(cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                var first = options.AdditionalFiles[0];
                _diagnostics = new[] { FindingDiagnostic.Create(InputRules.Failure(first.Path, "judging", error)) }.ToLookup(_ => first);
            }

            return _diagnostics[file];
        }
    }

    /// <summary>What is reported in a C# file.</summary>
    /// <param name="files">What its code builds, and what stands in it as text.</param>
    /// <param name="tree">The C# file.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public IEnumerable<Diagnostic> DiagnosticsOf(IReadOnlyList<DescriptorFile> files, SyntaxTree tree, CancellationToken cancellationToken)
    {
        IReadOnlyList<DescriptorFile> context;
        ModelIndex model;
        IsolationSettings settings;
        lock (_gate)
        {
            (context, model, settings) = (Files(cancellationToken), Model(cancellationToken), Settings(cancellationToken));
        }

        return Report(Evaluator.Evaluate(model, files, context, Needs, settings, cancellationToken).Findings, tree, cancellationToken);
    }

    /// <summary>The model that judges.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public ModelIndex ModelOf(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Model(cancellationToken);
        }
    }

    /// <summary>What of findings is reported in a C# file, at the severities that are configured for it.</summary>
    public IReadOnlyList<Diagnostic> Report(IEnumerable<Finding> findings, SyntaxTree tree, CancellationToken cancellationToken)
    {
        IsolationSettings settings;
        lock (_gate)
        {
            settings = Settings(cancellationToken);
        }

        // Made at once: who asks guards against exceptions only while it asks.
        var reported = new List<Diagnostic>();
        if (settings.Excludes(tree.FilePath))
        {
            return reported;
        }

        var configured = options.AnalyzerConfigOptionsProvider.GetOptions(tree);
        var text = tree.GetText(cancellationToken);
        foreach (var finding in settings.Configure(findings))
        {
            // What is wrong in a descriptor file is told there; what has no file, such as a misspelt property of the project, is told once. So are settings.
            var isHere = string.Equals(finding.File, tree.FilePath, StringComparison.Ordinal);
            var isFirst = string.Equals(finding.File, finding.File.Length == 0 ? string.Empty : settings.Path, StringComparison.Ordinal) && Input.Descriptors.Count == 0 && _told.TryAdd((finding.Rule.Id, finding.Message), true);
            if ((isHere || isFirst) && SeverityOption.Read(configured, finding) is { } severity)
            {
                reported.Add(FindingDiagnostic.Create(finding, severity, text, tree));
            }
        }

        return reported;
    }

    private InputFiles Input => _input ??= InputFiles.Of(options);

    /// <summary>What holds for every workload of the project: its properties, and the attributes of its assembly.</summary>
    private IReadOnlyList<NeedDeclaration> Needs => [.. RunNeeds.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions), .. codeNeeds?.Value ?? []];

    /// <summary>The descriptor files of the project, put together.</summary>
    private IReadOnlyList<DescriptorFile> Files(CancellationToken cancellationToken)
    {
        if (_files is not null)
        {
            return _files;
        }

        var read = new List<DescriptorFile>(Input.Descriptors.Count);
        var keepsDocuments = DescriptorLinker.NeedsDocuments(Input.Descriptors.Select(static descriptor => descriptor.Text.Path));
        var settings = Settings(cancellationToken);
        foreach (var descriptor in Input.Descriptors.Where(descriptor => descriptor.IsNamed || !settings.Excludes(descriptor.Text.Path)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            read.Add(Read(descriptor, keepsDocuments, cancellationToken));
        }

        IReadOnlyList<IReadOnlyList<string>> projects =
            [.. settings.ComposeProjects.Select(project => project.Select(settings.Resolve).ToList()), .. RunProjects.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions)];
        return _files = DescriptorLinker.Link(read, null, projects, cancellationToken);
    }

    private ILookup<AdditionalText, Diagnostic> Judge(CancellationToken cancellationToken)
    {
        var files = Files(cancellationToken);
        var settings = Settings(cancellationToken);

        // Most projects with YAML files deploy nothing; they do not pay for a model.
        var findings = files.Any(static file => file.Workloads.Count > 0 || file.Fragments.Count > 0 || file.Suppressions.Count > 0)
            ? Evaluator.Evaluate(Model(cancellationToken), files, [], Needs, settings, cancellationToken).Findings
            : settings.Configure(files.SelectMany(file => file.Findings));
        return ToDiagnostics(findings, Input.Descriptors, cancellationToken);
    }

    private ILookup<AdditionalText, Diagnostic> ToDiagnostics(IEnumerable<Finding> findings, IReadOnlyList<InputDescriptor> descriptors, CancellationToken cancellationToken)
    {
        var texts = descriptors.ToDictionary(descriptor => descriptor.Text.Path, descriptor => descriptor.Text, StringComparer.Ordinal);
        if (Input.Settings is { } settings)
        {
            texts[settings.Path] = settings;
        }

        var reported = new List<(AdditionalText File, Diagnostic Diagnostic)>();
        foreach (var finding in findings)
        {
            // What has no file (a misspelt property of the project) goes with the first one, so that it is told once.
            var hasFile = texts.TryGetValue(finding.File, out var file);
            file = hasFile ? file! : descriptors[0].Text;
            var configured = hasFile ? options.AnalyzerConfigOptionsProvider.GetOptions(file) : options.AnalyzerConfigOptionsProvider.GlobalOptions;
            if (SeverityOption.Read(configured, finding) is { } severity)
            {
                reported.Add((file, FindingDiagnostic.Create(finding, severity, finding.FixTitle is null ? null : TextOf(file, out _, cancellationToken))));
            }
        }

        return reported.ToLookup(entry => entry.File, entry => entry.Diagnostic);
    }

    private DescriptorFile Read(InputDescriptor descriptor, bool keepsDocuments, CancellationToken cancellationToken)
    {
        var path = descriptor.Text.Path;
        var text = TextOf(descriptor.Text, out var reason, cancellationToken);
        return text is null ? DescriptorReader.Unreadable(path, reason) : cache.Read(path, text, descriptor.Expectation, keepsDocuments, cancellationToken);
    }

    private ModelIndex Model(CancellationToken cancellationToken)
    {
        if (_model is not null)
        {
            return _model;
        }

        var overlays = new List<(string Path, SourceText Text)>();
        var settings = Settings(cancellationToken);
        foreach (var overlay in Input.Overlays.Concat(Input.OfferedOverlays.Where(offered => settings.ListsModel(offered.Path))))
        {
            if (TextOf(overlay, out _, cancellationToken) is { } text)
            {
                overlays.Add((overlay.Path, text));
            }
        }

        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(DayProperty, out var day);
        return _model = cache.Model(overlays).On(day);
    }

    /// <summary>The settings of the project. What they have wrong is the generator's to tell; here what is right counts.</summary>
    private IsolationSettings Settings(CancellationToken cancellationToken) => _settings ??= WithPreset(
        Input.Settings is { } file && TextOf(file, out _, cancellationToken) is { } text ? SettingsReader.Read(file.Path, text.ToString()).Settings : IsolationSettings.None);

    /// <summary>As on the command line, what the project names itself goes before what the file names.</summary>
    private IsolationSettings WithPreset(IsolationSettings settings) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(PresetProperty, out var name) && RulePreset.Find(name.Trim().ToLowerInvariant()) is { } preset
            ? settings with { Preset = preset }
            : settings;

    [SuppressMessage("Design", "CA1031", Justification = "What a host throws for one file costs that file only")]
    private static SourceText? TextOf(AdditionalText file, out string reason, CancellationToken cancellationToken)
    {
        reason = "the compiler has no text for it";
        try
        {
            return file.GetText(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            reason = error.Message;
            return null;
        }
    }
}
