using System.Text;
using IsolationModel.Data;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kustomize;

/// <summary>Files of one run, put together.</summary>
internal sealed class KustomizeRun
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Texts => _texts;

    public KustomizeRun Add(string path, string text)
    {
        _texts.Add(path, text);
        return this;
    }

    /// <summary>The files as they are judged.</summary>
    public IReadOnlyList<DescriptorFile> Link() => DescriptorLinker.Link(Read(), cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Judges them, with a need for everything unless it is null.</summary>
    public EvaluationResult Evaluate(string? need = null) => Evaluator.Evaluate(
        Model, Link(), need is null ? [] : [NeedDeclaration.ForRun(NeedCarrier.Needs, need)], TestContext.Current.CancellationToken);

    /// <summary>The findings as a place, a rule and the text that is marked.</summary>
    public IReadOnlyList<string> Findings(string? need = null) => Evaluate(need).Findings.Select(Describe).ToList();

    /// <summary>The objects that one kustomization renders, in one form whatever their files look like; or the reason why it cannot.</summary>
    public IReadOnlyList<string> Render(string kustomization)
    {
        var files = Read();
        var space = new RenderSpace(TestContext.Current.CancellationToken);
        var reader = new KustomizationReader(new RunFiles(files, files.Select(file => file.Path).ToList()), space);
        var all = files.Where(file => RunFiles.IsKustomization(file.Path)).ToDictionary(file => file.Path, reader.Read, StringComparer.Ordinal);
        var objects = new KustomizeRenderer(all, space).Render(all[kustomization], out var problem);
        return objects is null ? [$"! {problem!.Reason}"] : objects.Select(item => Canonical(item.Root)).Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>A value in one form: keys sorted, and nothing where a null or nothing is.</summary>
    public static string Canonical(DataNode node) => node switch
    {
        DataScalar scalar => scalar.IsNull ? "~" : scalar.Value,
        DataAlias alias => Canonical(alias.Target),
        DataSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Canonical))}]",
        DataMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(Canonical).Where(text => text.Length > 0).Order(StringComparer.Ordinal))}}}",
        _ => throw new InvalidOperationException(),
    };

    private static string Canonical(DataEntry entry) => Canonical(entry.Value) is var value && value is "~" or "{}" or "[]" ? string.Empty : $"{entry.Key.Value}: {value}";

    private string Describe(Finding finding) =>
        $"{finding.File}({finding.Start.Line},{finding.Start.Column}) {finding.Rule.Id} {Marked(finding)}";

    private string Marked(Finding finding) => new StringBuilder(_texts[finding.File].Substring(finding.Range.Start, finding.Range.Length)).Replace("\n", "\\n").ToString();

    /// <summary>The files as the command line reads them: without documents that nobody asks for.</summary>
    private List<DescriptorFile> Read()
    {
        var files = _texts
            .Select(entry => DescriptorReader.Read(entry.Key, entry.Value, DescriptorExpectation.Expected, keepsDocuments: true, TestContext.Current.CancellationToken))
            .ToList();
        var retention = new DocumentRetention(files.Where(file => DocumentRetention.IsKustomization(file.Path)).Select(file => KeyValuePair.Create(file.Path, file)));
        return files.ConvertAll(file => retention.Keep(file.Path, file));
    }
}
