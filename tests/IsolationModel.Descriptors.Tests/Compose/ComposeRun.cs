using IsolationModel.Descriptors.Compose;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Descriptors.Tests.Kustomize;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>Files of one run, put together.</summary>
internal sealed class ComposeRun
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _projects = [];

    public ComposeRun Add(string path, string text)
    {
        _texts.Add(path, text);
        return this;
    }

    /// <summary>Files that are loaded together because somebody says so.</summary>
    public ComposeRun Project(params IReadOnlyList<string> paths)
    {
        _projects.Add(paths);
        return this;
    }

    /// <summary>The files as they are judged.</summary>
    public IReadOnlyList<DescriptorFile> Link() => DescriptorLinker.Link(Read(), null, _projects, TestContext.Current.CancellationToken);

    /// <summary>The workloads that are judged.</summary>
    public IReadOnlyList<Workload> Workloads() => Link().SelectMany(static file => file.Workloads).Where(static workload => !workload.IsRendered).ToList();

    /// <summary>Judges them, with a need for everything unless it is null.</summary>
    public EvaluationResult Evaluate(string? need = null) => Evaluator.Evaluate(
        Model, Link(), need is null ? [] : [NeedDeclaration.ForRun(NeedCarrier.Needs, need)], TestContext.Current.CancellationToken);

    /// <summary>The findings as a place, a rule and the text that is marked.</summary>
    public IReadOnlyList<string> Findings(string? need = null) => Evaluate(need).Findings.Select(Describe).ToList();

    public string Describe(Finding finding) => $"{finding.File}({finding.Start.Line},{finding.Start.Column}) {finding.Rule.Id} {Marked(finding)}";

    /// <summary>What files say together of a service, in one form; nothing where there is no such service.</summary>
    public string Service(string name, params IReadOnlyList<string> paths)
    {
        var files = Read();
        var compose = new ComposeFiles(files, new RunFiles(files, files.Select(static file => file.Path).ToList()));
        var folder = RunPaths.FolderOf(paths[0]);
        var loader = new ComposeLoader(new ComposeSpace(TestContext.Current.CancellationToken), compose, static (_, _, _) => { });
        var environment = compose.Environment(ComposeEnvironment.Empty, [RunPaths.Combine(folder, ".env")]);
        var service = loader.Load(paths.Select(path => compose.Find(path)!).ToList(), folder, environment).Find(name);
        return service is null ? string.Empty : KustomizeRun.Canonical(service.Mapping);
    }

    private string Marked(Finding finding) => _texts[finding.File].Substring(finding.Range.Start, finding.Range.Length);

    private List<DescriptorFile> Read() => _texts
        .Select(static entry => DescriptorReader.Read(entry.Key, entry.Value, DescriptorPatterns.Match(entry.Key) ?? DescriptorExpectation.Found, TestContext.Current.CancellationToken))
        .ToList();
}
