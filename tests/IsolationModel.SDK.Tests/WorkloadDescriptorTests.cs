using IsolationModel.Evaluation;
using IsolationModel.Values;

namespace IsolationModel.SDK.Tests;

/// <summary>Workloads in code are judged at run time as descriptors are in the compiler.</summary>
public sealed class WorkloadDescriptorTests
{
    [Fact]
    public void A_technology_that_fails_a_need_is_told_with_what_serves_instead()
    {
        var verdict = new WorkloadDescriptor("payments") { Technology = Technologies.Runc, Platform = Platforms.Kubernetes, Needs = Need.Of(Threats.UntrustedCode) }.Evaluate();

        Assert.Equal(Verdict.Unsuitable, verdict.Verdict);
        Assert.Equal(RuntimeConfidence.Known, verdict.Confidence);
        Assert.Same(Technologies.Runc, verdict.Technology);
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal("ISM1001", finding.Rule.Id);
        Assert.StartsWith("WorkloadDescriptor payments needs 'untrusted-code', which requires boundary at least software-sandbox, but runs on runc (by Technology of WorkloadDescriptor)", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Suitable, verdict.Alternatives[0].Verdict);
        Assert.DoesNotContain(verdict.Alternatives, alternative => ReferenceEquals(alternative.Technology, Technologies.Runc));
    }

    [Fact]
    public void Findings_have_no_place()
    {
        var verdict = new WorkloadDescriptor("w")
        {
            Technology = Technologies.Runc,
            Needs = Need.Of(Levels.Medium),
            Settings = new PodSettings { Privileged = true, HostPid = true, AddedCapabilities = { "SYS_ADMIN" } },
        }.Evaluate();

        Assert.NotEmpty(verdict.Findings);
        Assert.All(verdict.Findings, finding =>
        {
            Assert.Equal(string.Empty, finding.File);
            Assert.Equal(default, finding.Range);
            Assert.Null(finding.FixTitle);
        });
    }

    [Fact]
    public void Each_setting_that_weakens_is_told_by_itself()
    {
        var verdict = new WorkloadDescriptor("w")
        {
            Technology = Technologies.Runc,
            Needs = Need.Parse("level:low"),
            Settings = new PodSettings { Privileged = true, HostPaths = { "/", "/var/run/docker.sock" } },
        }.Evaluate();

        Assert.Equal(Verdict.Unsuitable, verdict.Verdict);
        Assert.Equal(3, verdict.Findings.Count(finding => finding.Rule.Id == "ISM2001"));
        Assert.Equal(Boundary.None, verdict.Boundary!.Boundary.High);
    }

    [Fact]
    public void A_name_of_a_runtime_is_likely_only_and_so_proves_nothing()
    {
        var verdict = new WorkloadDescriptor("w") { Runtime = "gvisor", Platform = Platforms.Kubernetes, Needs = Need.Of(Threats.UntrustedCode) }.Evaluate();

        Assert.Equal((Verdict.Unproven, RuntimeConfidence.Likely), (verdict.Verdict, verdict.Confidence));
        Assert.Equal("ISM1501", Assert.Single(verdict.Findings).Rule.Id);
    }

    [Fact]
    public void An_unknown_name_of_a_runtime_is_told()
    {
        var verdict = new WorkloadDescriptor("w") { Runtime = "acme", Platform = Platforms.Kubernetes, Needs = Need.Of(Threats.UntrustedCode) }.Evaluate();

        Assert.Null(verdict.Technology);
        Assert.Null(verdict.Boundary);
        Assert.Equal(Verdict.Unproven, verdict.Verdict);
        Assert.Contains("'acme'", verdict.Reason, StringComparison.Ordinal);
        Assert.Equal("ISM1502", Assert.Single(verdict.Findings).Rule.Id);
    }

    [Fact]
    public void Without_a_technology_the_default_of_the_platform_runs()
    {
        var verdict = new WorkloadDescriptor("w") { Platform = Platforms.Kubernetes, Needs = Need.Of(Threats.UntrustedCode) }.Evaluate();

        Assert.Equal((Technologies.Runc, RuntimeConfidence.AssumedDefault), (verdict.Technology, verdict.Confidence));
        Assert.Contains("the default, since Technology is not set", Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_says_what_runs_it_nothing_is_shown()
    {
        var verdict = new WorkloadDescriptor("w") { Needs = Need.Of(Threats.UntrustedCode) }.Evaluate();

        Assert.Equal(Verdict.Unproven, verdict.Verdict);
        Assert.EndsWith("none of Technology, Runtime and Platform is set; set one of them", Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_needs_nothing_is_found()
    {
        var verdict = new WorkloadDescriptor("w") { Technology = Technologies.Runc, Settings = new PodSettings { Privileged = true } }.Evaluate();

        Assert.Equal(Verdict.Suitable, verdict.Verdict);
        Assert.Empty(verdict.Findings);
        Assert.Empty(verdict.Needs);
    }

    [Fact]
    public void A_pod_security_standard_is_never_shown_by_settings_alone()
    {
        var verdict = new WorkloadDescriptor("w") { Technology = Technologies.GVisor, Needs = Need.Of(PodSecurity.Restricted) }.Evaluate();

        Assert.Equal(Verdict.Unproven, verdict.Verdict);
        Assert.Contains("a WorkloadDescriptor holds no pod spec", Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_that_text_cannot_say_hold_too()
    {
        var need = Need.Of().Require(Attributes.Boundary.AtLeast(Boundary.HardwareVm), Attributes.Startup <= Quantities.Milliseconds(1));
        var verdict = new WorkloadDescriptor("w") { Technology = Technologies.GVisor, Needs = need }.Evaluate();

        Assert.Equal(["boundary at least hardware-vm", "startup <= 1 ms"], verdict.Needs);
        Assert.Equal(verdict.Needs, verdict.Findings.Select(finding => finding.Need).OrderBy(need => need, StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_need_brings_along_counts_where_the_descriptor_says_nothing()
    {
        var need = Need.Of(Levels.Medium).On(Platforms.Kubernetes).Under(new PodSettings { Privileged = true });

        Assert.Equal(Technologies.Runc, new WorkloadDescriptor("w") { Needs = need }.Evaluate().Technology);
        Assert.Equal(Boundary.None, new WorkloadDescriptor("w") { Needs = need }.Evaluate().Boundary!.Boundary.High);
        Assert.Equal(
            Technologies.Runc.Under(new PodSettings()).Boundary.ToString(),
            new WorkloadDescriptor("w") { Needs = need, Settings = new PodSettings() }.Evaluate().Boundary!.ToString());
    }

    [Fact]
    public void Node_facts_of_the_settings_narrow_the_boundary()
    {
        var open = new WorkloadDescriptor("w") { Technology = Technologies.Kata, Settings = new PodSettings { Privileged = true } };
        Assert.False(open.Evaluate().Boundary!.Boundary >= Boundary.HardwareVm);

        open.Settings.Node = new NodeFacts { PrivilegedWithoutHostDevices = true };
        Assert.True(open.Evaluate().Boundary!.Boundary >= Boundary.HardwareVm);
    }

    [Fact]
    public void An_overlay_judges_what_is_its_own()
    {
        var model = Model.Parse(
            """
            {
              "formatVersion": "1.0", "model": { "id": "acme", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "forbidden": { "runc": { "reason": "no longer approved" } }
            }
            """);
        var descriptor = new WorkloadDescriptor("w") { Technology = model.Find("runc"), Needs = Need.Of(Levels.Low) };

        Assert.Contains(descriptor.Evaluate().Findings, finding => finding.Rule.Id == "ISM1002");
        Assert.Contains(new WorkloadDescriptor("w") { Technology = Technologies.Runc, Needs = Need.Of(Levels.Low) }.Evaluate(model).Findings, finding => finding.Rule.Id == "ISM1002");
        Assert.Throws<InvalidOperationException>(() => new WorkloadDescriptor("w") { Technology = model.Find("runc"), Platform = Model.Parse("""{ "formatVersion": "1.0", "model": { "id": "other", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } } }""").Platforms[0] }.Evaluate());
    }

    [Fact]
    public void A_need_that_the_judging_model_does_not_know_is_told()
    {
        var model = Model.Parse(
            """
            {
              "formatVersion": "1.0", "model": { "id": "acme", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "needs": { "threats": { "acme-threat": { "name": { "en": "Acme" }, "require": [{ "attribute": "boundary", "atLeast": "weakened" }], "rationale": "x" } } }
            }
            """);
        var descriptor = new WorkloadDescriptor("w") { Technology = Technologies.Kata, Needs = model.ParseNeed("acme-threat") };

        Assert.Equal(Verdict.Suitable, descriptor.Evaluate().Verdict);
        Assert.Equal(Verdict.Unproven, descriptor.Evaluate(Model.BuiltIn).Verdict);
        Assert.Equal("ISM1101", Assert.Single(descriptor.Evaluate(Model.BuiltIn).Findings).Rule.Id);
    }
}
