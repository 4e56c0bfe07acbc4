using IsolationModel.Data;
using IsolationModel.Descriptors.Docker;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Docker;

/// <summary>Short ways to read a service and to say what was read.</summary>
internal static class DockerSample
{
    private static readonly ModelIndex Model = new(BuiltInModel.Definition);

    /// <summary>The text of a file whose service <c>web</c> has these lines; <c>|</c> starts a new line.</summary>
    public static string Text(string service, string rest = "") =>
        $"services:\n  web:\n    image: shop\n{string.Concat(service.Split('|').Where(line => line.Length > 0).Select(line => $"    {line}\n"))}{rest.Replace('|', '\n')}\n";

    /// <summary>The service <c>web</c> of a text.</summary>
    public static Workload Read(string text, Func<ContainerView, ContainerView>? with = null) => ReadFile(text, with).Workload;

    /// <summary>The service <c>web</c> of a text in a file of its own.</summary>
    public static (DescriptorFile File, Workload Workload) ReadFile(string text, Func<ContainerView, ContainerView>? with = null)
    {
        var root = new DataCursor(Assert.Single(YamlTreeReader.Read(text, CancellationToken.None).Documents));
        var services = root["services"];
        var file = new DescriptorFileBuilder("compose.yaml", text) { DocumentCount = 1 };
        var needs = new List<NeedDeclaration>();
        IsolationExtension.ReadNeeds(root, NeedScope.Object, file, needs);
        var container = new ContainerView(services["web"], "web", services["web"].KeyRange)
        {
            OuterNeeds = needs,
            Siblings = services.Members().ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal),
            Volumes = root["volumes"],
        };
        file.Workloads.Add(ContainerWorkloads.Read(with is null ? container : with(container), file));
        return (file.Build(), file.Workloads[0]);
    }

    /// <summary>What a service with these lines says, without what Docker does by itself: <c>privileged hostPaths=[/etc] seccomp=Unconfined hostPid?</c>.</summary>
    public static string Facts(string service, string rest = "", Func<ContainerView, ContainerView>? with = null) =>
        Facts(Read(Text(service, rest), with).Containers[0]);

    public static string Facts(WorkloadContainer container) =>
        string.Join(' ', container.Settings.Where(fact => !fact.IsDefault).Select(Show).OrderBy(fact => fact, StringComparer.Ordinal));

    /// <summary>What the evaluator finds in a service that needs something, with other files beside it.</summary>
    public static IReadOnlyList<Finding> Judge(string text, params DescriptorFile[] others) => Evaluator.Evaluate(Model, [ReadFile(text).File, .. others], []).Findings;

    /// <summary>What the evaluator makes of a service.</summary>
    public static WorkloadAssessment Assess(string text, Func<ContainerView, ContainerView>? with = null, params DescriptorFile[] others) =>
        Evaluator.Evaluate(Model, [ReadFile(text, with).File, .. others], []).Workloads.Single(workload => workload.Workload.Name == "web");

    /// <summary>What is left of the boundary of a service, as words of the scale.</summary>
    public static string Left(string text, Func<ContainerView, ContainerView>? with = null, params DescriptorFile[] others) =>
        ValueText.Levels(Model.BoundaryScale, Assess(text, with, others).Assessment!.Isolation.Effective!);

    public static DescriptorFile Daemon(string text) => DescriptorReader.Read("docker/daemon.json", text, DescriptorExpectation.Found, CancellationToken.None);

    public static string At(string text, TextRange range) => text.Substring(range.Start, range.Length);

    private static string Show(SettingFact fact)
    {
        var open = fact.IsUnresolved ? "?" : string.Empty;
        return fact switch
        {
            { Value: "true" } => fact.SettingId,
            { Value: { } word } => $"{fact.SettingId}={word}",
            { Items.Count: > 0 } => $"{fact.SettingId}=[{string.Join(',', fact.Items.Select(item => item.Value))}]{open}",
            _ => fact.SettingId + open,
        };
    }
}
