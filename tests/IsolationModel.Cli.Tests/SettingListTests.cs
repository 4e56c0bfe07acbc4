using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Tests;

/// <summary>Settings in one line, as <c>--under</c> takes them.</summary>
public sealed class SettingListTests
{
    [Theory]
    [InlineData("privileged", "privileged=true")]
    [InlineData("privileged=false", "privileged=false")]
    [InlineData("hostPID", "hostPid=true")]
    [InlineData("host-pid", "hostPid=true")]
    [InlineData("hostPid: true", "hostPid=true")]
    [InlineData("hostUsers=false", "userNamespace=true")]
    [InlineData("hostUsers", "userNamespace=false")]
    [InlineData("user-namespace", "userNamespace=true")]
    [InlineData("seccomp=Unconfined", "seccomp=Unconfined")]
    [InlineData("seccompProfile.type: unconfined", "seccomp=Unconfined")]
    [InlineData("appArmor=Unconfined", "appArmor=Unconfined")]
    [InlineData("procMount=Unmasked", "procMount=Unmasked")]
    [InlineData("runAsNonRoot", "runAsNonRoot=true")]
    [InlineData("capabilities: add=SYS_ADMIN", "addedCapabilities=SYS_ADMIN")]
    [InlineData("capabilities.add=CAP_sys_admin+NET_ADMIN", "addedCapabilities=SYS_ADMIN+NET_ADMIN")]
    [InlineData("add=SYS_ADMIN, add=NET_ADMIN", "addedCapabilities=SYS_ADMIN+NET_ADMIN")]
    [InlineData("drop=ALL", "droppedCapabilities=ALL")]
    [InlineData("hostPath=/etc", "hostPaths=/etc writableHostPaths=/etc")]
    [InlineData("hostPath=/etc:ro", "hostPaths=/etc")]
    [InlineData("hostPath=/etc:ro, hostPath=/tmp", "hostPaths=/etc+/tmp writableHostPaths=/tmp")]
    [InlineData("writable-host-paths=/etc", "hostPaths=/etc writableHostPaths=/etc")]
    public void Spellings_of_the_model_and_of_Kubernetes_are_understood(string text, string expected)
    {
        var list = SettingList.Parse(BuiltInModel.Definition, text);

        Assert.Empty(list.Problems);
        Assert.Equal($"allowPrivilegeEscalation=true {expected}", string.Join(' ', list.Container.Settings.Select(Show)));
    }

    [Fact]
    public void Escalation_is_allowed_unless_it_is_forbidden()
    {
        var list = SettingList.Parse(BuiltInModel.Definition, "allowPrivilegeEscalation=false");

        Assert.Equal("allowPrivilegeEscalation=false", Show(Assert.Single(list.Container.Settings)));
    }

    [Theory]
    [InlineData("privilegd", "there is no setting 'privilegd'; did you mean 'privileged'?")]
    [InlineData("privileged=yes", "'privileged' is true or false, not 'yes'")]
    [InlineData("seccomp", "'seccomp' needs a value")]
    [InlineData("seccomp=Unconfind", "did you mean 'seccomp=Unconfined'?")]
    [InlineData("hostPath", "'hostPath' needs a path")]
    [InlineData("hostPath=etc", "'etc' of 'hostPath' is not an absolute path")]
    [InlineData("add", "'add' needs a value")]
    [InlineData("privileged, privileged=false", "'privileged' contradicts what stands before it")]
    public void What_cannot_be_followed_is_told(string text, string expected) =>
        Assert.Contains(expected, Assert.Single(SettingList.Parse(BuiltInModel.Definition, text).Problems), StringComparison.Ordinal);

    private static string Show(SettingFact fact) => $"{fact.SettingId}={fact.Value ?? string.Join('+', fact.Items.Select(item => item.Value))}";
}
