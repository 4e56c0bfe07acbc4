using System.Text.Json;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

public sealed class RecommendTests
{
    [Theory]
    [InlineData("financial-trading", "kubevirt")]
    [InlineData("microservices", "kubernetes")]
    [InlineData("serverless", "firecracker")]
    [InlineData("edge-computing", "k3s")]
    [InlineData("multi-tenant-cloud", "qemu-kvm")]
    [InlineData("ci-cd", "docker")]
    [InlineData("plugin-system", "wasmedge")]
    public void Scenarios_of_the_founding_document_are_answered_as_it_answers_them(string scenario, string expected)
    {
        using var workspace = new Workspace();

        var run = workspace.Run("recommend", "--scenario", scenario, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        var json = run.Json();
        Assert.Contains(expected, Strings(json.GetProperty("equallyGood")));
        Assert.Equal(json.GetProperty("best").GetString(), Strings(json.GetProperty("equallyGood"))[0]);
    }

    [Fact]
    public void Json_holds_every_technology_with_verdict_arithmetic_and_reasons()
    {
        using var workspace = new Workspace();

        var json = workspace.Run("recommend", "--need", "untrusted-code", "--goal", "startup=low", "--format", "json").Json();

        var ranked = json.GetProperty("ranked").EnumerateArray().ToList();
        Assert.Equal(workspace.Run("model", "list", "--format", "json").Json().EnumerateArray().Count(IsTechnology), ranked.Count);
        var runc = ranked.Single(entry => entry.GetProperty("technology").GetString() == "runc");
        Assert.Equal("unsuitable", runc.GetProperty("verdict").GetString());
        Assert.Contains("boundary at least software-sandbox, found shared-kernel", Strings(runc.GetProperty("reasons"))[0], StringComparison.Ordinal);
        Assert.All(ranked.Where(entry => entry.GetProperty("verdict").GetString() == "suitable"), entry => Assert.Empty(entry.GetProperty("reasons").EnumerateArray()));
        Assert.All(ranked, entry => Assert.EndsWith($"= {entry.GetProperty("shortfall").GetInt32()}", entry.GetProperty("arithmetic").GetString(), StringComparison.Ordinal));
        Assert.True(json.GetProperty("firm").ValueKind is JsonValueKind.True or JsonValueKind.False);
    }

    [Fact]
    public void A_veto_is_told_by_what_fails_and_never_by_what_merely_may()
    {
        using var workspace = new Workspace();

        var json = workspace.Run("recommend", "--need", "startup <= 125 ms, hostile-tenants", "--format", "json").Json();

        var docker = json.GetProperty("ranked").EnumerateArray().Single(entry => entry.GetProperty("technology").GetString() == "docker");
        Assert.StartsWith("hostile-tenants: ", Assert.Single(Strings(docker.GetProperty("reasons"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_tells_the_ranking_and_what_was_inferred()
    {
        using var workspace = new Workspace();

        var run = workspace.Run("recommend", "--scenario", "financial-trading", "--top", "3");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("fullGuestOs is yes [inferred: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("3*max(0,3-2) + 1*max(0,1-1) = 3", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  best          KubeVirt (kubevirt)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  firm          ", run.Output, StringComparison.Ordinal);
        Assert.Contains("more: ", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Notes_of_a_scenario_are_told()
    {
        using var workspace = new Workspace();

        Assert.Contains("add hostile-tenants", workspace.Run("recommend", "--scenario", "serverless").Output, StringComparison.Ordinal);
        Assert.Contains("add hostile-tenants", Strings(workspace.Run("recommend", "--scenario", "serverless", "--format", "json").Json().GetProperty("notes"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_suitable_a_warning_and_exit_code_1_say_so()
    {
        using var workspace = new Workspace();

        var run = workspace.Run("recommend", "--need", "plug-in, hostile-tenants, windows");
        var json = workspace.Run("recommend", "--need", "plug-in, hostile-tenants, windows", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Warning: nothing", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, json.ExitCode);
        Assert.Equal(JsonValueKind.Null, json.Json().GetProperty("best").ValueKind);
        Assert.Empty(json.Json().GetProperty("equallyGood").EnumerateArray());
        Assert.False(json.Json().GetProperty("firm").GetBoolean());
    }

    [Fact]
    public void A_goal_of_the_command_line_replaces_that_of_the_scenario()
    {
        using var workspace = new Workspace();

        var goals = workspace.Run("recommend", "--scenario", "serverless", "--goal", "startup:medium", "--goal", "memory=low", "--format", "json").Json()
            .GetProperty("asked").GetProperty("goals").EnumerateArray().ToDictionary(goal => goal.GetProperty("attribute").GetString()!, goal => goal.GetProperty("target").GetInt32());

        Assert.Equal(1, goals["startup"]);
        Assert.Equal(2, goals["memoryOverhead"]);
        Assert.Equal(2, goals["throughputLoss"]);
    }

    [Fact]
    public void Settings_count_and_the_one_that_weakens_is_named()
    {
        using var workspace = new Workspace();

        var json = workspace.Run("recommend", "--need", "untrusted-code", "--under", "privileged", "--format", "json").Json();

        var ranked = json.GetProperty("ranked").EnumerateArray().ToDictionary(entry => entry.GetProperty("technology").GetString()!);
        Assert.Equal("suitable", ranked["gvisor"].GetProperty("verdict").GetString());
        Assert.Equal("unproven", ranked["kata"].GetProperty("verdict").GetString());
        Assert.Contains("privileged: true leaves none..hardware-vm, decided by the runtime's option", Strings(ranked["kata"].GetProperty("reasons"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_lists_only_what_it_can_pick()
    {
        using var workspace = new Workspace();

        var ids = workspace.Run("recommend", "--level", "high", "--platform", "kubernetes", "--format", "json").Json().GetProperty("ranked").EnumerateArray()
            .Select(entry => entry.GetProperty("technology").GetString()).ToList();

        Assert.Contains("gvisor", ids);
        Assert.DoesNotContain("virtualbox", ids);
    }

    [Fact]
    public void The_founding_documents_numbers_are_used_on_request()
    {
        using var workspace = new Workspace();

        string Verdict(string numbers) => workspace.Run("recommend", "--need", "memory <= 128 MB", "--numbers", numbers, "--format", "json").Json()
            .GetProperty("ranked").EnumerateArray().Single(entry => entry.GetProperty("technology").GetString() == "kata").GetProperty("verdict").GetString()!;

        Assert.Equal("unsuitable", Verdict("evidence"));
        Assert.Equal("suitable", Verdict("document"));
    }

    [Fact]
    public void Sensitivity_tells_what_would_change_the_best_one()
    {
        using var workspace = new Workspace();

        var changes = workspace.Run("recommend", "--scenario", "edge-computing", "--sensitivity", "--format", "json").Json().GetProperty("sensitivity").EnumerateArray().ToList();

        Assert.NotEmpty(changes);
        Assert.All(changes, change => Assert.NotEqual("k3s", change.GetProperty("newBest").GetString()));
        Assert.Contains("then best", workspace.Run("recommend", "--scenario", "edge-computing", "--sensitivity").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ban_holds_until_its_last_day()
    {
        using var workspace = new Workspace { Today = "2026-06-30" };
        workspace.Add("policy.isolation.json", Samples.Policy);

        string Verdict(params string[] more) => workspace.Run(["recommend", "--level", "low", "--model", "policy.isolation.json", "--format", "json", .. more]).Json()
            .GetProperty("ranked").EnumerateArray().Single(entry => entry.GetProperty("technology").GetString() == "runc").GetProperty("verdict").GetString()!;

        Assert.Equal("unsuitable", Verdict());
        Assert.Equal("suitable", Verdict("--day", "2026-07-01"));
        Assert.Contains(
            "forbidden until 2026-06-30: every workload gets a sandbox",
            workspace.Run("recommend", "--level", "low", "--model", "policy.isolation.json", "--top", "99").Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recommend", "nothing is asked for; give at least one of --scenario, --level, --need, --goal")]
    [InlineData("recommend --scenario finacial-trading", "did you mean 'financial-trading'?")]
    [InlineData("recommend --level hihg", "did you mean 'high'?")]
    [InlineData("recommend --need untrusted-cod", "did you mean 'untrusted-code'?")]
    [InlineData("recommend --goal perfomance=high", "--goal: there is no goal 'perfomance'; did you mean 'performance'?")]
    [InlineData("recommend --goal performance=hihg", "--goal: goal 'performance' has no word 'hihg'; did you mean 'performance=high'?")]
    [InlineData("recommend --goal performance", "--goal: 'performance' needs a word; known are performance=high")]
    [InlineData("recommend --goal startup=low --goal startup=high", "wishes for the same")]
    [InlineData("recommend --level high --platform kubernets", "did you mean 'kubernetes'?")]
    [InlineData("recommend --level high --under hostPdi", "--under: there is no setting 'hostPdi'; did you mean 'hostPid'?")]
    [InlineData("recommend --level high --under ,", "--under names nothing")]
    [InlineData("recommend --level high --numbers documnet", "did you mean 'document'?")]
    [InlineData("recommend --level high --top 0", "--top")]
    [InlineData("recommend --level high --day tomorrow", "--day: 'tomorrow' is no day")]
    [InlineData("recommend --levle high", "did you mean '--level'?")]
    [InlineData("recommend --level high --model nowhere", "--model: there is no file 'nowhere'")]
    public void What_cannot_be_followed_is_explained(string commandLine, string expected)
    {
        using var workspace = new Workspace();
        workspace.Run(commandLine.Split(' ')).AssertRefused(expected);
    }

    [Fact]
    public void A_model_with_mistakes_gives_no_answer()
    {
        using var workspace = new Workspace();
        workspace.Add("policy.isolation.json", Samples.Mistaken);

        var run = workspace.Run("recommend", "--level", "high", "--model", "policy.isolation.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("policy.isolation.json(4,18): error ISM0003: there is no technology 'dokcer'; did you mean 'docker'?\n", run.Error, StringComparison.Ordinal);
    }

    private static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    private static bool IsTechnology(JsonElement entry) => entry.GetProperty("kind").GetString() is "runtime" or "stack" or "hypervisor" or "engine";
}
