using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Containers that code asks the engine for, with Docker.DotNet and with Docker.DotNet.Enhanced.</summary>
public sealed class DockerDotNetTests
{
    /// <summary>A daemon that knows gVisor, so that its name stands for it.</summary>
    private const string Daemon = """{ "runtimes": { "runsc": { "path": "/usr/local/bin/runsc" }, "plain": { "path": "/usr/bin/runc" } } }""";

    private static readonly MetadataReference[] Both = [Libraries.DockerDotNet, Libraries.DockerDotNetEnhanced];

    private static CodeTest Test(bool isEnhanced = false) => new CodeTest(Both[isEnhanced ? 1 : 0]).WithFile("daemon.json", Daemon);

    private static string Method(string body) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        using Docker.DotNet.Models;

        public static class Deploy
        {
            private const string Sandbox = "runsc";

            public static object Make(bool isDebug, string given)
            {
                {{body}}
            }
        }
        """.ReplaceLineEndings("\n");

    private static async Task<IReadOnlyList<string>> Findings(CodeTest test, string body) =>
        [.. (await test.Findings(Method(body))).Where(static finding => !finding.StartsWith("ISM1501", StringComparison.Ordinal))];

    /// <summary>How code can ask for a container; each with the code that the finding on the runtime stands on.</summary>
    public static TheoryData<string, string[]> Runtimes() => new()
    {
        { """return new CreateContainerParameters { Image = "a" };""", ["ISM1001 CreateContainerParameters"] },
        { """CreateContainerParameters p = new() { Image = "a" }; return p;""", ["ISM1001 new"] },
        { """return new CreateContainerParameters { HostConfig = new HostConfig { Runtime = "runsc" } };""", [] },
        { """return new CreateContainerParameters { HostConfig = new() { Runtime = Sandbox } };""", [] },
        { """return new CreateContainerParameters { HostConfig = new HostConfig { Runtime = "plain" } };""", ["ISM1001 \"plain\""] },
        { """return new CreateContainerParameters { HostConfig = new HostConfig { Runtime = given } };""", ["ISM1502 given"] },
        { """return new CreateContainerParameters { HostConfig = new HostConfig { Runtime = isDebug ? "plain" : "runsc" } };""", ["ISM1502 isDebug ? \"plain\" : \"runsc\""] },
        { """return new CreateContainerParameters { HostConfig = new HostConfig { Runtime = $"kata-{given}" } };""", ["ISM1502 $\"kata-{given}\""] },
        { """return new HostConfig { Runtime = "plain" };""", ["ISM1001 \"plain\""] },
        { """var host = new HostConfig(); host.Runtime = "runsc"; return new CreateContainerParameters { HostConfig = host };""", [] },
        { """var host = new HostConfig { Runtime = "runsc" }; var p = new CreateContainerParameters(); p.HostConfig = host; return p;""", [] },
        { """var p = new CreateContainerParameters { HostConfig = new HostConfig { Runtime = "runsc" } }; p.HostConfig.Runtime = "plain"; return p;""", ["ISM1001 \"plain\""] },
        { """var p = new CreateContainerParameters { HostConfig = new HostConfig { Runtime = "runsc" } }; if (isDebug) { p.HostConfig.Runtime = "plain"; } return p;""", ["ISM1502 p.HostConfig.Runtime = \"plain\""] },
        { """return Host(Sandbox); static CreateContainerParameters Host(string runtime) => new() { HostConfig = new HostConfig { Runtime = runtime } };""", [] },
        { """return Host("plain"); static CreateContainerParameters Host(string runtime) => new() { HostConfig = new HostConfig { Runtime = runtime } };""", ["ISM1001 \"plain\""] },
        { """return new CreateContainerParameters { HostConfig = new HostConfig { Isolation = "process" } };""", ["ISM1001 \"process\""] },
        { """return new ContainerSpec { Image = "a" };""", ["ISM1001 ContainerSpec"] },
        { """return new TaskSpec { ContainerSpec = new ContainerSpec { Isolation = "process" } };""", ["ISM1001 \"process\""] },
        { """return new NetworksCreateParameters { Name = "a" };""", [] },
    };

    [Theory]
    [MemberData(nameof(Runtimes))]
    public async Task The_runtime_is_judged_however_the_container_is_asked_for(string body, string[] findings)
    {
        foreach (var isEnhanced in new[] { false, true })
        {
            Assert.Equal(findings, await Findings(Test(isEnhanced).Needs("untrusted-code"), body));
        }
    }

    /// <summary>Members of HostConfig that take runc's boundary below a medium level, and what looks like them (moby api/swagger.yaml, HostConfig).</summary>
    public static TheoryData<string, string[]> HostMembers() => new()
    {
        { "Privileged = true", ["ISM2001 true"] },
        { "Privileged = false", [] },
        { """CapAdd = ["SYS_ADMIN"] """, ["ISM2001 \"SYS_ADMIN\""] },
        { """CapAdd = new List<string> { "CAP_SYS_MODULE" } """, ["ISM2001 \"CAP_SYS_MODULE\""] },
        { """CapAdd = new[] { "ALL" } """, ["ISM2001 \"ALL\""] },
        { """CapDrop = ["ALL"] """, [] },
        { """SecurityOpt = ["seccomp=unconfined"] """, ["ISM2001 \"seccomp=unconfined\""] },
        { """SecurityOpt = ["no-new-privileges:true"] """, [] },
        { """PidMode = "host" """, ["ISM2001 \"host\""] },
        { """IpcMode = "host" """, ["ISM2001 \"host\""] },
        { """NetworkMode = "host" """, ["ISM2001 \"host\""] },
        { """NetworkMode = "bridge", PidMode = "", IpcMode = "private" """, [] },
        { """Binds = ["/var/run/docker.sock:/var/run/docker.sock"] """, ["ISM2001 \"/var/run/docker.sock:/var/run/docker.sock\""] },
        { """Binds = { $"/var/run/docker.sock:{given}" } """, ["ISM2001 $\"/var/run/docker.sock:{given}\""] },
        { """Binds = { "/var/run/docker.sock:" + given } """, ["ISM2001 \"/var/run/docker.sock:\" + given"] },
        { """Binds = ["data:/data"] """, [] },
        { """Mounts = [new Mount { Type = "bind", Source = "/var/run/docker.sock", Target = "/x" }] """, ["ISM2001 new Mount { Type = \"bind\", Source = \"/var/run/docker.sock\", Target = \"/x\" }"] },
        { """Mounts = [new Mount { Type = "volume", Source = "data", Target = "/x" }] """, [] },
        { """Devices = [new DeviceMapping { PathOnHost = "/dev/sda", PathInContainer = "/dev/sda" }] """, ["ISM2001 new DeviceMapping { PathOnHost = \"/dev/sda\", PathInContainer = \"/dev/sda\" }"] },
        { """DeviceCgroupRules = ["b *:* rwm"] """, ["ISM2001 \"b *:* rwm\""] },
        { "MaskedPaths = new List<string>()", ["ISM2001 new List<string>()"] },
        { "MaskedPaths = []", ["ISM2001 []"] },
        { "MaskedPaths = null", [] },
        { """MaskedPaths = ["/proc/kcore"] """, [] },
        { "ReadonlyPaths = new List<string>()", ["ISM2001 new List<string>()"] },
        { "ReadonlyRootfs = true, PidsLimit = 100", [] },
    };

    [Theory]
    [MemberData(nameof(HostMembers))]
    public async Task A_member_of_the_host_configuration_means_what_its_field_means(string members, string[] findings)
    {
        foreach (var isEnhanced in new[] { false, true })
        {
            Assert.Equal(findings, await Findings(Test(isEnhanced).Needs("level:medium"), $"return new CreateContainerParameters {{ HostConfig = new HostConfig {{ {members} }} }};"));
        }
    }

    /// <summary>Under a need that gVisor meets until an annotation of its own weakens it; the older package has no such member.</summary>
    [Fact]
    public async Task Annotations_of_the_newer_package_reach_the_runtime()
    {
        const string body = """return new CreateContainerParameters { HostConfig = new HostConfig { Runtime = "runsc", Binds = ["/var/run/docker.sock:/s"], Annotations = new Dictionary<string, string> { ["dev.gvisor.flag.host-uds"] = "all" } } };""";
        var findings = await Findings(Test(isEnhanced: true).Needs("untrusted-code"), body);
        Assert.Contains(findings, finding => finding.StartsWith("ISM2001", StringComparison.Ordinal) || finding.StartsWith("ISM1502", StringComparison.Ordinal));
    }

    /// <summary>Settings of Swarm's containers (moby api/swagger.yaml, TaskSpec.ContainerSpec), with a name for the packages that have them.</summary>
    public static TheoryData<string, bool, string[]> SwarmMembers() => new()
    {
        { """CapabilityAdd = ["SYS_ADMIN"] """, false, ["ISM2001 \"SYS_ADMIN\""] },
        { """Mounts = [new Mount { Type = "bind", Source = "/var/run/docker.sock", Target = "/x" }] """, false, ["ISM2001 new Mount { Type = \"bind\", Source = \"/var/run/docker.sock\", Target = \"/x\" }"] },
        { """Privileges = new Privileges { Seccomp = new SeccompOpts { Mode = "unconfined" } } """, true, ["ISM2001 \"unconfined\""] },
        { """Privileges = new Privileges { Seccomp = new SeccompOpts { Mode = "default" } } """, true, [] },
        { """Privileges = new Privileges { NoNewPrivileges = true } """, true, [] },
        { """ReadOnly = true, User = "1000" """, false, [] },
    };

    [Theory]
    [MemberData(nameof(SwarmMembers))]
    public async Task A_container_of_swarm_is_read_in_its_own_words(string members, bool isEnhanced, string[] findings) =>
        Assert.Equal(findings, await Findings(Test(isEnhanced).Needs("level:medium"), $"return new ContainerSpec {{ {members} }};"));

    /// <summary>Code that changes, or acts on, a container that it did not ask for.</summary>
    public static TheoryData<string, string[]> Parts() => new()
    {
        { """return new ContainerExecCreateParameters { Cmd = ["sh"], Privileged = true };""", ["ISM2005 true"] },
        { """return new ContainerExecCreateParameters { Cmd = ["sh"], Privileged = false };""", [] },
        { """return new ContainerExecCreateParameters { Cmd = ["sh"] };""", [] },
        { """System.Action<CreateContainerParameters> change = p => p.HostConfig.Privileged = true; return change;""", ["ISM2005 true"] },
        { """System.Action<CreateContainerParameters> change = p => p.HostConfig.Runtime = "plain"; return change;""", [] },
        { """System.Action<HostConfig> change = host => host.CapAdd.Add("SYS_ADMIN"); return change;""", ["ISM2005 \"SYS_ADMIN\""] },
        { """System.Action<HostConfig> change = host => { if (isDebug) { host.Privileged = true; } }; return change;""", [] },
        { """System.Action<HostConfig> change = host => host.ReadonlyRootfs = true; return change;""", [] },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task What_is_done_to_a_container_of_somebody_else_is_a_part(string body, string[] findings) =>
        Assert.Equal(findings, await Findings(Test().Needs("level:medium"), body));

    [Fact]
    public async Task Needs_stand_in_labels_as_in_compose()
    {
        const string body = """return new CreateContainerParameters { Image = "a", Labels = new Dictionary<string, string> { ["isolationmodel.dev/needs"] = "untrusted-code" } };""";
        Assert.Equal(["ISM1001 CreateContainerParameters"], await Findings(Test(), body));
        Assert.Equal(["ISM1101 untrusted-cod"], await Findings(Test(), body.Replace("untrusted-code", "untrusted-cod", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_needs_nothing_is_told() =>
        Assert.Empty(await Test().Findings(Method("""return new CreateContainerParameters { HostConfig = new HostConfig { Privileged = true, Binds = ["/var/run/docker.sock:/s"] } };""")));

    [Fact]
    public async Task A_container_goes_by_its_name_or_else_its_image()
    {
        const string body = """return new object[] { new CreateContainerParameters { Name = "web", Image = "nginx:1.27" }, new CreateContainerParameters { Image = "nginx:1.27" }, new CreateContainerParameters { Image = given } };""";
        var messages = await Test().Needs("untrusted-code").Messages(Method(body));
        Assert.Collection(
            messages.Where(message => message.StartsWith("ISM1001", StringComparison.Ordinal)),
            message => Assert.Contains("container web ", message, StringComparison.Ordinal),
            message => Assert.Contains("container nginx:1.27 ", message, StringComparison.Ordinal),
            message => Assert.Contains("container (unnamed) ", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_known_at_run_time_only_is_told_as_that()
    {
        var messages = await Test().Needs("untrusted-code").Messages(Method("""return new HostConfig { Runtime = given };"""));
        Assert.Contains("runtime is no constant in the code, so it is known only at run time", Assert.Single(messages), StringComparison.Ordinal);
        messages = await Test().Needs("level:medium").Messages(Method("""return new HostConfig { Privileged = isDebug };"""));
        Assert.Contains(messages, message => message.Contains("its value is no constant in the code, so it is known only at run time", StringComparison.Ordinal));
    }
}
