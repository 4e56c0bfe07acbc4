using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>What technologies refuse, by an effect of their own or since they lack what a setting requires.</summary>
public sealed class RefusalTests
{
    /// <summary>A technology, a setting, and what the technology does with it; sources are those of the model's values and effects.</summary>
    [Theory]
    [InlineData("kata", "subPath", "sub-path", "Unsupported")] // Kata: limitations
    [InlineData("kata-clh", "subPath", "sub-path", "Unsupported")]
    [InlineData("coco", "subPath", "sub-path", "Unsupported")]
    [InlineData("runc", "subPath", "sub-path", null)]
    [InlineData("gvisor", "subPath", "sub-path", null)] // nothing is known
    [InlineData("firecracker-containerd", "gpu", "gpu", "Unsupported")] // no value of its own effect: the attribute says no
    [InlineData("kata-fc", "gpu", "gpu", "Unsupported")]
    [InlineData("sysbox", "gpu", "gpu", "Unsupported")]
    [InlineData("unikraft-urunc", "gpu", "gpu", "Unsupported")]
    [InlineData("gvisor", "gpu", "gpu", "Cap")] // configurable: --nvproxy
    [InlineData("kata", "gpu", "gpu", "Note")]
    [InlineData("runc", "gpu", "gpu", "Note")]
    [InlineData("kata-fc", "blockDevice", "block-device", "Unsupported")]
    [InlineData("sysbox", "blockDevice", "block-device", "Unsupported")]
    [InlineData("kata", "blockDevice", "block-device", null)] // configurable
    [InlineData("runc", "operatingSystem=Windows", "windows-workload", "Unsupported")]
    [InlineData("gvisor", "operatingSystem=Windows", "windows-workload", "Unsupported")]
    [InlineData("kata", "operatingSystem=Windows", "windows-workload", "Unsupported")]
    [InlineData("windows-process", "operatingSystem=Windows", "windows-workload", null)]
    [InlineData("hyperv-isolated", "operatingSystem=Windows", "windows-workload", null)]
    [InlineData("kubevirt", "operatingSystem=Windows", "windows-workload", null)]
    [InlineData("windows-process", "operatingSystem=Linux", "linux-workload", "Unsupported")]
    [InlineData("runc", "operatingSystem=Linux", "linux-workload", null)]
    [InlineData("runwasi", "operatingSystem=Linux", "linux-workload", null)] // it may run ordinary images
    [InlineData("wasmtime", "operatingSystem=Linux", "linux-workload", "Unsupported")]
    [InlineData("gvisor", "seLinuxOptions", "selinux-options", "Unsupported")] // gVisor specutils: SELinux is not supported
    [InlineData("kata", "seLinuxOptions", "selinux-options", "Ignored")]
    [InlineData("runc", "seLinuxOptions", "selinux-options", null)]
    [InlineData("gvisor", "appArmor=RuntimeDefault", "app-armor-without-effect", "Ignored")]
    [InlineData("kata", "appArmor=Localhost", "app-armor-without-effect", "Ignored")]
    [InlineData("windows-process", "appArmor=Localhost", "app-armor-without-effect", "Unsupported")]
    [InlineData("runc", "appArmor=RuntimeDefault", "app-armor-without-effect", null)]
    [InlineData("sysbox", "seccomp=RuntimeDefault", "seccomp-without-effect", "Ignored")]
    public void A_setting_is_refused_passed_over_or_served(string technology, string setting, string weakening, string? kind)
    {
        var isolation = EffectiveIsolation.Of(TestModel.BuiltIn, TestModel.BuiltIn.Technology(technology)!, [TestModel.Container("seccomp=RuntimeDefault", setting)]);
        var effect = isolation.Effects.SingleOrDefault(effect => effect.Weakening.Id == weakening);
        Assert.Equal(kind, effect?.Effect.Kind.ToString());
        Assert.Equal(isolation.Base, kind == "Cap" ? isolation.Base : isolation.Effective);
    }

    [Fact]
    public void A_refusal_says_what_is_missing_and_where_that_was_read()
    {
        var isolation = EffectiveIsolation.Of(TestModel.BuiltIn, TestModel.BuiltIn.Technology("kata")!, [TestModel.Container("subPath")]);
        var effect = isolation.Effects.Single(effect => effect.Weakening.Id == "sub-path").Effect;
        Assert.Equal(("Its subPathMounts is 'no', where 'yes' is needed.", "ka-lim", "kata"), (effect.Why, effect.SourceId, effect.Target));
    }

    [Fact]
    public void A_refusal_of_an_operating_system_names_both()
    {
        var isolation = EffectiveIsolation.Of(TestModel.BuiltIn, TestModel.BuiltIn.Technology("gvisor")!, [TestModel.Container("operatingSystem=Windows")]);
        Assert.Equal("Its guestOs is 'linux', where 'windows' is needed.", isolation.Effects.Single(effect => effect.Weakening.Id == "windows-workload").Effect.Why);
    }

    [Theory]
    [InlineData("", EffectKind.Unsupported)]
    [InlineData("\"effects\": { \"vm\": { \"note\": \"It copies the part.\" } },", EffectKind.Unsupported)]
    [InlineData("\"effects\": { \"own\": { \"note\": \"It copies the part.\" } },", EffectKind.Note)]
    public void An_effect_of_the_technology_itself_goes_before_what_it_lacks(string effects, EffectKind kind)
    {
        var model = TestModel.With($$"""
            "technologies": { "own": { "name": "Own", "kind": "runtime", "mechanism": "vm", "summary": "x", "values": { "subPathMounts": "no" } } },
            "weakenings": { "own-part": { "title": "a part", {{effects}} "when": { "setting": "subPath", "is": true }, "require": [{ "attribute": "subPathMounts", "is": "yes" }] } }
            """);
        var isolation = EffectiveIsolation.Of(model, model.Technology("own")!, [TestModel.Container("subPath")]);
        Assert.Equal(kind, isolation.Effects.Single(effect => effect.Weakening.Id == "own-part").Effect.Kind);
    }

    /// <summary>What is offered instead can serve what the workload uses.</summary>
    [Theory]
    [InlineData("", "gvisor kata kata-clh kata-fc")]
    [InlineData("subPath", "gvisor")]
    [InlineData("gpu", "kata kata-clh")] // gVisor hands GPU calls to the driver of the host, Firecracker has no devices
    [InlineData("blockDevice", "gvisor kata kata-clh")]
    [InlineData("hostNetwork", "")]
    [InlineData("seLinuxOptions", "kata kata-clh kata-fc")]
    [InlineData("operatingSystem=Windows", "")]
    [InlineData("operatingSystem=Linux", "gvisor kata kata-clh kata-fc")]
    public void Alternatives_serve_what_the_workload_uses(string settings, string suitable)
    {
        var result = Assert.Single(Evaluate(settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Workloads);
        Assert.Equal(
            suitable.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            result.Alternatives.Where(alternative => alternative.Verdict == Verdict.Suitable && alternative.TechnologyId is "gvisor" or "kata" or "kata-clh" or "kata-fc")
                .Select(alternative => alternative.TechnologyId));
    }

    [Theory]
    [InlineData("hostNetwork?", "gvisor")]
    [InlineData("subPath?", "kata")]
    public void What_may_be_refused_is_not_shown_to_serve(string setting, string technology)
    {
        var result = Assert.Single(Evaluate(setting).Workloads);
        Assert.Equal(Verdict.Unproven, result.Alternatives.Single(alternative => alternative.TechnologyId == technology).Verdict);
    }

    private static EvaluationResult Evaluate(params string[] settings)
    {
        var workload = RunSample.Pod(null, null, TestModel.Declare(Workloads.NeedScope.Object, "untrusted-code")) with
        {
            Containers = [TestModel.Container(["seccomp=RuntimeDefault", .. settings])],
        };
        return RunSample.Evaluate(TestModel.BuiltIn, RunSample.File("a.yaml", workload));
    }
}
