using System.Text.Json;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

public sealed class ExplainTests
{
    [Fact]
    public void A_technology_is_told_with_sources_conditions_and_claims()
    {
        using var workspace = new Workspace();

        var run = workspace.Run("explain", "gvisor");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("gVisor (gvisor): runtime\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("software-sandbox", run.Output, StringComparison.Ordinal);
        Assert.Contains("gVisor: security model", run.Output, StringComparison.Ordinal);
        Assert.Contains("when: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("claim: <10 %, typical 9.9 %: \"性能损失：<10%\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("neither high nor low is good", run.Output, StringComparison.Ordinal);
        Assert.Contains("lower is better", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Relations_are_told_in_both_directions()
    {
        using var workspace = new Workspace();

        Assert.Contains("platform/gke-sandbox", workspace.Run("explain", "gvisor").Output, StringComparison.Ordinal);
        var offers = workspace.Run("explain", "gke-sandbox", "--format", "json").Json().GetProperty("relations").GetProperty("offers");
        Assert.Contains("technology/gvisor", offers.EnumerateArray().Select(target => target.GetString()));
    }

    [Theory]
    [InlineData("GVISOR", "gvisor")]
    [InlineData("Kata Containers", "kata")]
    [InlineData("runsc", "gvisor")]
    [InlineData("kata-qemu", "kata")]
    [InlineData("io.containerd.runsc.v1", "gvisor")]
    [InlineData("docker", "docker")]
    [InlineData("虚拟化", "virtualization")]
    [InlineData("mechanism/seccomp", "seccomp")]
    [InlineData("falco", "falco")]
    [InlineData("tdx", "tdx")]
    [InlineData("sandboxing", "sandboxing")]
    public void Ids_names_aliases_and_runtime_names_are_understood(string name, string expected)
    {
        using var workspace = new Workspace();

        var run = workspace.Run("explain", name, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected, run.Json().GetProperty("id").GetString());
    }

    [Fact]
    public void The_name_of_a_runtime_class_is_told_to_be_one()
    {
        using var workspace = new Workspace();

        Assert.StartsWith("runtime class kata-qemu stands for kata\n", workspace.Run("explain", "kata-qemu").Output, StringComparison.Ordinal);
        Assert.Contains("of the same name: platform/docker", workspace.Run("explain", "docker").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_told_one_by_one_the_ignored_ones_too()
    {
        using var workspace = new Workspace();

        var runc = workspace.Run("explain", "runc", "--under", "privileged,hostPath=/etc").Output;
        var gvisor = workspace.Run("explain", "gvisor", "--under", "privileged", "--format", "json").Json();

        Assert.Contains("boundary: shared-kernel -> none", runc, StringComparison.Ordinal);
        Assert.Contains("at most none", runc, StringComparison.Ordinal);
        Assert.Contains("writable hostPath", runc, StringComparison.Ordinal);
        Assert.Equal("software-sandbox", gvisor.GetProperty("boundary").GetProperty("effective").GetString());
        var ignored = gvisor.GetProperty("effects").EnumerateArray().Single(effect => effect.GetProperty("weakening").GetString() == "privileged");
        Assert.Equal("ignored", ignored.GetProperty("kind").GetString());
        Assert.NotEqual(JsonValueKind.Null, ignored.GetProperty("source").ValueKind);
    }

    [Fact]
    public void Node_facts_that_decide_are_told_until_somebody_declares_them()
    {
        using var workspace = new Workspace();
        workspace.Add("nodes.isolation.json", """
            {
              "formatVersion": "1.0",
              "model": { "id": "nodes", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "nodes": { "privilegedWithoutHostDevices": true }
            }
            """);

        var open = workspace.Run("explain", "kata", "--under", "privileged");
        var declared = workspace.Run("explain", "kata", "--under", "privileged", "--model", "nodes.isolation.json");

        Assert.Contains("boundary: hardware-vm -> none..hardware-vm", open.Output, StringComparison.Ordinal);
        Assert.Contains("privilegedWithoutHostDevices  not declared", open.Output, StringComparison.Ordinal);
        Assert.Contains("boundary: hardware-vm -> hardware-vm", declared.Output, StringComparison.Ordinal);
        Assert.Contains("declared: holds", declared.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void A_ban_is_told_while_it_holds(string day, bool expected)
    {
        using var workspace = new Workspace();
        workspace.Add("policy.isolation.json", Samples.Policy);

        var output = workspace.Run("explain", "runc", "--model", "policy.isolation.json", "--day", day).Output;

        Assert.Equal(expected, output.Contains("until 2026-06-30: Every workload gets a sandbox.", StringComparison.Ordinal));
    }

    [Fact]
    public void Needs_are_judged_under_the_settings()
    {
        using var workspace = new Workspace();

        var json = workspace.Run("explain", "runc", "--need", "level:medium", "--under", "hostPID", "--format", "json").Json();

        Assert.Equal("unsuitable", json.GetProperty("verdict").GetString());
        Assert.Equal("fails", json.GetProperty("needs")[0].GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("explain gvisr", "the model has nothing that is called 'gvisr'; did you mean 'gVisor'?")]
    [InlineData("explain seccomp --under privileged", "--under takes a technology")]
    [InlineData("explain gvisor --under hostPathh=/etc", "did you mean 'hostPath'?")]
    [InlineData("explain gvisor --need untrusted", "--need")]
    [InlineData("explain --udner gvisor", "did you mean '--under'?")]
    [InlineData("explain", "'technology|file:line'")]
    public void What_cannot_be_followed_is_explained(string commandLine, string expected)
    {
        using var workspace = new Workspace();
        workspace.Run(commandLine.Split(' ')).AssertRefused(expected);
    }
}
