using System.Diagnostics.CodeAnalysis;
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
internal sealed class DescriptorRun(AnalyzerOptions options, TextCache cache)
{
    /// <summary>The day for bans with an end. The build gives it, since what the compiler makes must not depend on a clock.</summary>
    private const string DayProperty = "build_property.IsolationModelDay";

    private readonly object _gate = new();
    private ILookup<AdditionalText, Diagnostic>? _diagnostics;

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

    private ILookup<AdditionalText, Diagnostic> Judge(CancellationToken cancellationToken)
    {
        var input = InputFiles.Of(options);
        var read = new List<DescriptorFile>(input.Descriptors.Count);
        var keepsDocuments = DescriptorLinker.NeedsDocuments(input.Descriptors.Select(static descriptor => descriptor.Text.Path));
        foreach (var descriptor in input.Descriptors)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read.Add(Read(descriptor, keepsDocuments, cancellationToken));
        }

        var files = DescriptorLinker.Link(read, cancellationToken: cancellationToken);

        // Most projects with YAML files deploy nothing; they do not pay for a model.
        var findings = files.Any(static file => file.Workloads.Count > 0 || file.Fragments.Count > 0 || file.Suppressions.Count > 0)
            ? Evaluator.Evaluate(Model(input, cancellationToken), files, RunNeeds.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions), cancellationToken).Findings
            : files.SelectMany(file => file.Findings);
        return ToDiagnostics(findings, input.Descriptors, cancellationToken);
    }

    private ILookup<AdditionalText, Diagnostic> ToDiagnostics(IEnumerable<Finding> findings, IReadOnlyList<InputDescriptor> descriptors, CancellationToken cancellationToken)
    {
        var texts = descriptors.ToDictionary(descriptor => descriptor.Text.Path, descriptor => descriptor.Text, StringComparer.Ordinal);
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

    private ModelIndex Model(InputFiles input, CancellationToken cancellationToken)
    {
        var overlays = new List<(string Path, SourceText Text)>();
        foreach (var overlay in input.Overlays)
        {
            if (TextOf(overlay, out _, cancellationToken) is { } text)
            {
                overlays.Add((overlay.Path, text));
            }
        }

        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(DayProperty, out var day);
        return cache.Model(overlays).On(day);
    }

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
