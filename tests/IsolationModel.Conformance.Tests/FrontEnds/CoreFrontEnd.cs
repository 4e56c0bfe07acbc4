using System.Text;
using IsolationModel.Configuration;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>The libraries themselves, as a running program uses them: the yardstick for the others.</summary>
internal sealed class CoreFrontEnd : IFrontEnd
{
    public bool Takes(ExampleInput input) => !input.IsCode;

    public Task<IReadOnlyList<ObservedFinding>> Judge(ExampleInput input)
    {
        var findings = input.IsSettings ? Mistakes(input)
            : input.IsOverlay
            ? ModelReader.Extend(ModelFor(input).Definition, [new ModelText(input.FileName, Encoding.UTF8.GetString(input.Bytes!))]).Findings
            : Evaluator.Evaluate(ModelFor(input), DescriptorLinker.Link([Read(input), .. input.Others.Select(Read)]), []).Findings;
        return Task.FromResult(ObservedFinding.Sort(findings.Select(Observe)));
    }

    private static IReadOnlyList<Finding> Mistakes(ExampleInput input)
    {
        var (settings, mistakes) = SettingsReader.Read(input.FileName, Encoding.UTF8.GetString(input.Bytes!));
        return [.. mistakes, .. SettingsCheck.Of(settings, ModelFor(input))];
    }

    /// <summary>A finding of the libraries, reduced to what is compared.</summary>
    public static ObservedFinding Observe(Finding finding) => new(
        finding.Rule.Id,
        Severity(finding.Severity),
        finding.Start.Line,
        finding.Start.Column,
        finding.End.Line,
        finding.End.Column,
        finding.Message);

    private static string Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        _ => "info",
    };

    private static ModelIndex ModelFor(ExampleInput input)
    {
        if (input.Overlay is null)
        {
            return new ModelIndex(BuiltInModel.Definition);
        }

        var result = ModelReader.Extend(BuiltInModel.Definition, [new ModelText(ExampleInput.AppliedOverlayName, input.Overlay)]);
        Assert.Empty(result.Findings);
        return new ModelIndex(result.Model);
    }

    private static DescriptorFile Read(ExampleInput input)
    {
        if (input.Bytes is null)
        {
            return DescriptorReader.Unreadable(input.FileName, GeneratedInput.Refusal);
        }

        return TextDecoder.Decode(input.Bytes, input.Bytes.Length, out var invalidAt) is { } text
            ? DescriptorReader.Read(input.FileName, text, DescriptorExpectation.Expected, keepsDocuments: true, CancellationToken.None)
            : DescriptorReader.NotText(input.FileName, input.Bytes, input.Bytes.Length, invalidAt);
    }
}
