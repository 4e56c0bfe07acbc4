using IsolationModel.Baselines;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Suppressions;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>A report with everything that one can hold: each severity, a suppression, a baseline, a fix, other places, a clean workload.</summary>
internal static class ReportSample
{
    private const string Plugins = "deploy/my plugins.yaml";

    private static readonly RuleDescriptor Unfit = new("ISM1001", "RuntimeFailsNeed", RuleCategory.Suitability, FindingSeverity.Warning, "Runtime fails a need", "The runtime fails it.");
    private static readonly RuleDescriptor Misspelt = new("ISM1101", "UnknownNeed", RuleCategory.Declaration, FindingSeverity.Error, "Need is unknown", "Nobody knows the need.");
    private static readonly RuleDescriptor Weak = new("ISM2001", "BoundaryWeakened", RuleCategory.Weakening, FindingSeverity.Warning, "Boundary is weakened", "A setting weakens it.");
    private static readonly RuleDescriptor Broken = new("ISM9006", "DescriptorSyntaxError", RuleCategory.Input, FindingSeverity.Warning, "File is broken", "It cannot be read.");

    /// <summary>The report.</summary>
    public static Report Everything { get; } = Make();

    /// <summary>A report of a run that was stopped at once.</summary>
    public static Report Stopped => Nothing with { IsPartial = true, Unread = 3 };

    /// <summary>A report of nothing.</summary>
    public static Report Nothing { get; } = new(BuiltInModel.Definition, new ModelIndex(BuiltInModel.Definition).BoundaryScale, [], [], new EvaluationSummary(0, 0, 0, 0, 0, 0, 0, 0, 0));

    /// <summary>A report of so many findings that differ in their place and message alone.</summary>
    public static Report Many(int count)
    {
        var lines = new LineMap(new string('\n', count));
        return Nothing with
        {
            Findings = [.. Enumerable.Range(0, count).Select(i =>
                Finding.At(Unfit, i % 1000 == 7 ? FindingSeverity.Error : FindingSeverity.Warning, "many.yaml", lines, new TextRange(i, 0), $"finding number {i}") with { Reasons = new EquatableArray<string>(["because"]) })],
        };
    }

    /// <summary>The report in a format.</summary>
    public static string In(string format, Report report)
    {
        using var stream = new MemoryStream();
        ReportFormats.Find(format)!.Write(report, stream, ReportStyle.Plain);
        return Workspace.Text(stream.ToArray());
    }

    private static Report Make()
    {
        var model = new ModelIndex(BuiltInModel.Definition);
        DescriptorFile[] files =
        [
            DescriptorReader.Read(Plugins, Samples.Mislabelled, DescriptorExpectation.Expected),
            DescriptorReader.Read("deploy/web.yaml", Samples.Quiet, DescriptorExpectation.Expected),
        ];
        var workloads = Evaluator.Evaluate(model, files, []).Workloads;
        var lines = files[0].Lines;
        var name = Samples.Mislabelled.LastIndexOf("gvisor", StringComparison.Ordinal);
        var need = Samples.Mislabelled.LastIndexOf("untrusted-code", StringComparison.Ordinal);
        var spec = Samples.Mislabelled.LastIndexOf("spec:", StringComparison.Ordinal);

        var unfit = Finding.At(Unfit, FindingSeverity.Warning, Plugins, lines, new TextRange(name, "gvisor".Length), "Pod shop/plugins needs 'untrusted-code', but runs on runc") with
        {
            Workload = "Pod shop/plugins",
            Need = "untrusted-code",
            TechnologyId = "runc",
            Reasons = new EquatableArray<string>(["need: what nobody vouches for", "runtime: runc"]),
            Alternatives = new EquatableArray<Alternative>([new("gvisor", "gVisor", Verdict.Suitable, 0), new("runwasi", "runwasi shims", Verdict.Unproven, 2)]),
            Related = new EquatableArray<RelatedLocation>([RelatedLocation.At(Plugins, lines, new TextRange(need, "untrusted-code".Length), "'untrusted-code' is declared here")]),
            FixTitle = "Use runtime class 'sandboxed' (gVisor)",
            Edits = new EquatableArray<TextEdit>([new TextEdit(new TextRange(name, "gvisor".Length), "sandboxed"), new TextEdit(new TextRange(spec, 0), "# gVisor\n"), new TextEdit(new TextRange(name - 1, 1), string.Empty)]),
        };
        var misspelt = Finding.At(Misspelt, FindingSeverity.Error, "deploy/importer.yaml", new LineMap("a: b\nneed: untrusted-cod\n"), new TextRange(11, 13), "'untrusted-cod' is no need; did you mean 'untrusted-code'?");
        var broken = Finding.At(Broken, FindingSeverity.Info, "<stdin>", LineMap.Empty, default, "a list ends nowhere");
        var known = Finding.At(Weak, FindingSeverity.Warning, Plugins, lines, new TextRange(spec, 4), "hostPID leaves weakened") with { Workload = "Pod shop/plugins", Control = "hostNamespaces" };
        var accepted = known with { Message = "hostNetwork leaves weakened" };
        var summary = new EvaluationSummary(3, 1, 4, 2, 1, 1, 1, 0, 0) { Suppressed = 1 };
        return new Report(BuiltInModel.Definition, model.BoundaryScale, workloads, [broken, misspelt, unfit], summary)
        {
            Files = files,
            OriginsOf = finding => [.. workloads.Where(workload => string.Equals(workload.Workload.DisplayName, finding.Workload, StringComparison.Ordinal))],
            Suppressed = [new SuppressedFinding(accepted, new Suppression("ISM2001", new TextRange(spec, 5), new TextRange(spec, 100), "moves to gVisor", "2026-12-31"), Plugins)],
            Baseline = new BaselineComparison([broken, misspelt, unfit], [known], [new BaselineEntry("gone.yaml", "ISM2001", null, null, null, "it is gone", 1)]),
        };
    }
}
