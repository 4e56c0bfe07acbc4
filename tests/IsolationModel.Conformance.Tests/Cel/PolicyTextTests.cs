using IsolationModel.Policies;

namespace IsolationModel.Conformance.Cel;

/// <summary>Exported text is YAML that everybody reads alike, and its expressions are CEL that every engine takes.</summary>
public sealed class PolicyTextTests(CelEngines engines) : IClassFixture<CelEngines>
{
    private const string Expected = "tests/IsolationModel.Cli.Tests/Expected/Export";

    public static TheoryData<string> Goldens => [.. Directory.GetFiles(Repository.PathOf(Expected), "*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Goldens))]
    public async Task Two_readers_read_the_same(string golden)
    {
        var text = Repository.Read($"{Expected}/{golden}");

        var others = await engines.ReadYamlAsync(text);
        var ours = ExportedPolicy.Documents(text);

        Assert.Equal(others.Select(document => document.ToJsonString()), ours.Select(document => document.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public async Task Both_engines_read_every_expression(string golden)
    {
        var policy = ExportedPolicy.Read(Repository.Read($"{Expected}/{golden}"), golden, PolicyMode.Prove);

        var answer = Assert.Single(await engines.AskAsync([policy], [new CelQuestion(0, """{"kind":"Pod","spec":{"containers":[{"name":"app"}]}}""")]));

        Assert.All(answer.Admits, admits => Assert.True(admits is "true" or "false", admits));
    }

    /// <summary>Templates are found in what makes pods, whichever kind that is.</summary>
    [Theory]
    [InlineData("Deployment", """{"template":TEMPLATE}""")]
    [InlineData("ReplicationController", """{"template":TEMPLATE}""")]
    [InlineData("Job", """{"template":TEMPLATE}""")]
    [InlineData("CronJob", """{"jobTemplate":{"spec":{"template":TEMPLATE}}}""")]
    public async Task What_makes_pods_is_judged_by_its_template(string kind, string spec)
    {
        var policy = ExportedPolicy.Of(PolicyWorld.Models[0], "level:high", PolicyMode.Prove)!;
        string Owner(string technology) => $$"""{"kind":"{{kind}}","spec":{{spec.Replace("TEMPLATE", Template(technology), StringComparison.Ordinal)}} }""";

        var answers = await engines.AskAsync([policy], [new CelQuestion(0, Owner("gvisor")), new CelQuestion(0, Owner("runc"))]);

        Assert.Equal([["true", "true"], ["false", "false"]], answers.Select(answer => answer.Admits));
    }

    [Fact]
    public async Task A_refusal_names_need_finding_and_way_out()
    {
        var policy = ExportedPolicy.Of(PolicyWorld.Models[0], "level:high", PolicyMode.Prove)!;
        string Pod(string technology, string context) =>
            $$"""{"kind":"Pod","spec":{"runtimeClassName":"{{PolicyWorld.ClassOf(technology)}}","containers":[{"name":"app","securityContext":{{context}} }] } }""";

        var answers = await engines.AskAsync([policy], [new CelQuestion(0, Pod("kata", """{"privileged":true}""")), new CelQuestion(0, Pod("runc", "{}"))]);

        Assert.Equal(
            [
                "isolation: level:high (boundary at least software-sandbox) is not shown on kata with privileged: true; change that, or use another runtime class; where the nodes show it, declare node fact privilegedWithoutHostDevices in an overlay and export again",
            ],
            answers[0].Messages);
        Assert.StartsWith("isolation: level:high (boundary at least software-sandbox) is not shown: runtime class on-runc runs on runc; use a class that runs on ", answers[1].Messages[0], StringComparison.Ordinal);
    }

    private static string Template(string technology) => $$"""{"spec":{"runtimeClassName":"{{PolicyWorld.ClassOf(technology)}}","containers":[{"name":"app"}] } }""";
}
