using IsolationModel.Evaluation;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>What settings of one container make of each other.</summary>
public sealed class EffectiveSettingsTests
{
    /// <summary>ALL is added, then dropped; single capabilities are added, then dropped (containerd internal/cri/opts/spec_opts.go, WithCapabilities).</summary>
    [Theory]
    [InlineData("ALL", "", "ALL")]
    [InlineData("ALL", "ALL", "")]
    [InlineData("ALL,NET_ADMIN", "ALL", "NET_ADMIN")]
    [InlineData("NET_BIND_SERVICE", "ALL", "NET_BIND_SERVICE")]
    [InlineData("SYS_ADMIN", "SYS_ADMIN", "")]
    [InlineData("SYS_ADMIN,NET_ADMIN", "SYS_ADMIN", "NET_ADMIN")]
    [InlineData("SYS_ADMIN", "ALL,SYS_ADMIN", "")]
    [InlineData("ALL,SYS_ADMIN", "SYS_ADMIN,ALL", "")]
    [InlineData("ALL", "NO_SUCH_THING", "ALL")]
    public void Capabilities_are_added_and_dropped_in_the_engines_order(string added, string dropped, string left) =>
        Assert.Equal(left, Left(added, dropped));

    [Fact]
    public void All_but_some_are_all_others()
    {
        var left = Left("ALL", "SYS_ADMIN,SYS_MODULE").Split(',');
        var words = TestModel.BuiltIn.Setting("addedCapabilities")!.Words;
        Assert.Equal(41, words.Count); // include/uapi/linux/capability.h: CAP_LAST_CAP is 40
        Assert.Equal(words.Where(word => word is not ("SYS_ADMIN" or "SYS_MODULE")), left);
    }

    [Fact]
    public void The_kernels_capabilities_can_be_added_and_dropped() =>
        Assert.Equal(TestModel.BuiltIn.Setting("addedCapabilities")!.Words, TestModel.BuiltIn.Setting("droppedCapabilities")!.Words);

    /// <summary>What is left decides over the boundary; levels are those of the table of weakenings.</summary>
    [Theory]
    [InlineData("addedCapabilities=[ALL]", "none")]
    [InlineData("addedCapabilities=[ALL] droppedCapabilities=[SYS_ADMIN]", "none")] // SYS_MODULE is left
    [InlineData("addedCapabilities=[ALL] droppedCapabilities=[SYS_MODULE,DAC_READ_SEARCH]", "weakened")]
    [InlineData("addedCapabilities=[ALL] droppedCapabilities=[ALL]", "shared-kernel")]
    [InlineData("addedCapabilities=[SYS_MODULE] droppedCapabilities=[SYS_MODULE]", "shared-kernel")]
    [InlineData("addedCapabilities=[ALL,NET_BIND_SERVICE] droppedCapabilities=[ALL] runAsNonRoot allowPrivilegeEscalation=false", "hardened-kernel")]
    [InlineData("addedCapabilities=[SYS_ADMIN] droppedCapabilities=[ALL] runAsNonRoot allowPrivilegeEscalation=false", "weakened")]
    public void Only_what_is_left_acts_on_the_boundary(string settings, string left) =>
        Assert.Equal(left, TestModel.Effective(TestModel.BuiltIn, "runc", TestModel.Container(["seccomp=RuntimeDefault", .. settings.Split(' ')])));

    /// <summary>Kubernetes API, core/v1 SecurityContext.allowPrivilegeEscalation: always true when the container is privileged or has CAP_SYS_ADMIN.</summary>
    [Theory]
    [InlineData("allowPrivilegeEscalation=false", "false")]
    [InlineData("allowPrivilegeEscalation=false privileged", "true")]
    [InlineData("allowPrivilegeEscalation=false privileged=false", "false")]
    [InlineData("allowPrivilegeEscalation=false privileged?", "?")]
    [InlineData("allowPrivilegeEscalation=false addedCapabilities=[SYS_ADMIN]", "true")]
    [InlineData("allowPrivilegeEscalation=false addedCapabilities=[ALL]", "true")]
    [InlineData("allowPrivilegeEscalation=false addedCapabilities=[NET_ADMIN]", "false")]
    [InlineData("allowPrivilegeEscalation=false addedCapabilities=[SYS_ADMIN] droppedCapabilities=[SYS_ADMIN]", "false")]
    [InlineData("allowPrivilegeEscalation=false addedCapabilities=[ALL] droppedCapabilities=[ALL]", "false")]
    public void Escalation_cannot_be_forbidden_to_who_has_everything(string settings, string escalation)
    {
        var fact = EffectiveSettings.Of(TestModel.BuiltIn, TestModel.Container(settings.Split(' '))).Find("allowPrivilegeEscalation")!;
        Assert.Equal(escalation, fact.IsUnresolved ? "?" : fact.Value);
    }

    [Fact]
    public void A_container_whose_settings_do_not_touch_each_other_stays_as_it_is()
    {
        var container = TestModel.Container("addedCapabilities=[NET_ADMIN]", "droppedCapabilities=[ALL]", "allowPrivilegeEscalation=false");
        Assert.Same(container, EffectiveSettings.Of(TestModel.BuiltIn, container));
    }

    private static string Left(string added, string dropped)
    {
        var container = EffectiveSettings.Of(TestModel.BuiltIn, TestModel.Container($"addedCapabilities=[{added}]", $"droppedCapabilities=[{dropped}]"));
        return string.Join(',', container.Find("addedCapabilities")!.Items.Select(item => item.Value));
    }
}
