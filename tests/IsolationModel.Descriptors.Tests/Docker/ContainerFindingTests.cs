using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Docker;

/// <summary>What is told of a service reads as Compose spells it, and mentions nothing of Kubernetes.</summary>
public sealed class ContainerFindingTests
{
    private static readonly string[] WordsOfKubernetes = ["RuntimeClass", "runtime class", "runtimeClass", "API server", "pod", "Pod", "kubelet", "hostPID", "hostIPC", "hostNetwork", "hostPath", "hostUsers", "seccompProfile", "placeholder", "in  of"];

    private const string GVisor = "x-isolation: untrusted-code|runtime: io.containerd.runsc.v1|";

    private const string Kata = "x-isolation: untrusted-code|runtime: io.containerd.kata.v2|";

    [Theory]
    [InlineData("x-isolation: untrusted-code", "ISM1001", "service web needs 'untrusted-code', which requires boundary at least software-sandbox, but runs on runc (the default, since runtime is not set), which gives shared-kernel")]
    [InlineData("x-isolation: untrusted-code|runtime: runsc", "ISM1501", "gVisor (runtime 'runsc' by its name alone; no daemon.json among the files registers it) may meet it: check the daemon.json that registers it along, or name it in an overlay under names.dockerRuntime")]
    [InlineData("x-isolation: untrusted-code|runtime: ${RUNTIME}", "ISM1502", "service web needs 'untrusted-code', but its runtime cannot be told: '${RUNTIME}' is set in no file of the run; where it is not set at all, runtime is empty and the default runs")]
    [InlineData("x-isolation: untrusted-code|runtime: mine", "ISM1502", "runtime 'mine': the name is not known; check the file that registers it along (daemon.json), or name it in an overlay under names.dockerRuntime")]
    [InlineData("x-isolation: untrusted-code|platform: windows/amd64", "ISM1502", "isolation is not set, and then Windows Server runs it in process isolation, and Windows 10 or 11 with Hyper-V")]
    [InlineData("x-isolation: untrusted-code|isolation: process", "ISM1001", "suitable: Windows containers, Hyper-V isolation")]
    [InlineData(Kata + "privileged: true", "ISM2001", "'privileged: true' in service web leaves boundary 'none'")]
    [InlineData(Kata + "volumes: ['/etc:/host']", "ISM2001", "'volumes: /etc:/host' in service web leaves boundary 'none'")]
    [InlineData(Kata + "devices: ['/dev/sda:/dev/sda']", "ISM2001", "'devices: /dev/sda:/dev/sda' in service web leaves boundary 'none'")]
    [InlineData("x-isolation: { level: medium }|pid: host", "ISM2001", "'pid: host' in service web leaves boundary 'weakened'")]
    [InlineData("x-isolation: { level: medium }|cap_add: [cap_sys_module]", "ISM2001", "'cap_add: cap_sys_module' in service web leaves boundary 'none'")]
    [InlineData("x-isolation: { level: medium }|pid: host|cap_add: [SYS_PTRACE]", "ISM2001", "'pid: host with cap_add: SYS_PTRACE' in service web leaves boundary 'none'")]
    [InlineData("x-isolation: { level: medium }|security_opt: ['seccomp:unconfined']", "ISM2001", "'security_opt: seccomp:unconfined' in service web leaves boundary 'weakened'")]
    [InlineData("x-isolation: { level: medium }|post_start: [{ command: a, privileged: true }]", "ISM2001", "'post_start: privileged: true' in a post_start hook of service web leaves boundary 'none'")]
    [InlineData("x-isolation: { level: medium }|use_api_socket: true", "ISM2001", "'use_api_socket: true' in service web leaves boundary 'none'")]
    [InlineData("x-isolation: { level: medium }|network_mode: container:vpn", "ISM1501", "what 'network_mode: container:vpn' is cannot be told, because container 'vpn' is not among the files")]
    [InlineData(GVisor + "network_mode: host", "ISM1003", "service web uses 'network_mode: host', which gVisor")]
    [InlineData(GVisor + "security_opt: [seccomp=./profile.json]", "ISM2003", "'security_opt: seccomp=./profile.json' in service web has no effect under gVisor")]
    [InlineData(GVisor + "security_opt: [{ name: gvisor }]", "ISM1004", "service web is refused for an item of security_opt that is no text")]
    [InlineData("x-isolation: untrusted-code|isolation: hyperv|privileged: true", "ISM1004", "service web is refused for 'privileged: true': Windows has no privileged containers")]
    [InlineData(GVisor + "cap_add: [SYS_ADMN]", "ISM2004", "'SYS_ADMN' in cap_add of service web names no capability of Linux; write SYS_ADMIN")]
    [InlineData("x-isolation: untrusted-code|isolation: hyperv|pid: host", "ISM1003", "service web uses 'pid: host', which")]
    public void A_finding_speaks_of_the_service(string service, string rule, string message)
    {
        var findings = DockerSample.Judge(DockerSample.Text(service, "  db: {}"));
        Assert.Contains(message, string.Join('\n', findings.Where(finding => finding.Rule.Id == rule).Select(finding => finding.Message)), StringComparison.Ordinal);
        foreach (var text in findings.SelectMany(finding => finding.Reasons.Append(finding.Message).Append(finding.FixTitle ?? string.Empty)).Where(text => !text.StartsWith("need:", StringComparison.Ordinal)))
        {
            // The title of a source, and that of the standard, are names.
            var source = text.LastIndexOf(" (Kubernetes", StringComparison.Ordinal);
            var words = (source < 0 ? text : text[..source]).Replace("Pod Security Standards", string.Empty, StringComparison.Ordinal);
            Assert.Equal(string.Empty, WordsOfKubernetes.Any(word => words.Contains(word, StringComparison.Ordinal)) ? words : string.Empty);
        }
    }

    [Theory]
    [InlineData("privileged: true|pid: host|cap_add: [ALL, BOGUS]|security_opt: [{ a: b }]|volumes: ['/:/host']")]
    [InlineData("runtime: mine")]
    [InlineData("isolation: vm")]
    public void Without_a_need_nothing_is_told(string service) => Assert.Empty(DockerSample.Judge(DockerSample.Text(service)));

    [Theory]
    [InlineData("runtime: io.containerd.runsc.v1")]
    [InlineData("runtime: io.containerd.kata.v2")]
    [InlineData("isolation: hyperv")]
    [InlineData("runtime: io.containerd.runsc.v1|cap_add: [CAP_CHOWN, net_admin]|privileged: true")] // case and prefix are free in Docker
    public void A_service_that_is_well_isolated_is_not_told(string service) => Assert.Empty(DockerSample.Judge(DockerSample.Text($"x-isolation: untrusted-code|{service}")));

    /// <summary>What could be done instead is what Docker can start.</summary>
    [Fact]
    public void Alternatives_are_those_of_the_engine()
    {
        var finding = Assert.Single(DockerSample.Judge(DockerSample.Text("x-isolation: untrusted-code")));
        Assert.Equal("ISM1001", finding.Rule.Id);
        Assert.Contains("gvisor", finding.Alternatives.Select(alternative => alternative.TechnologyId));
        Assert.Contains("kata", finding.Alternatives.Select(alternative => alternative.TechnologyId));
        foreach (var other in new[] { "coco", "kata-remote", "edera", "kubevirt", "hyperv-isolated", "firecracker" })
        {
            Assert.DoesNotContain(other, finding.Alternatives.Select(alternative => alternative.TechnologyId));
        }
    }

    [Theory]
    [InlineData("x-isolation: { level: medium }|privileged: true", "privileged: true", "privileged: false")]
    [InlineData("x-isolation: { level: medium }|privileged: 'true'", "privileged: 'true'", "privileged: 'false'")]
    [InlineData("x-isolation: { level: medium }|pid: host|tty: true", "    pid: host\n", "")]
    [InlineData("x-isolation: { level: medium }|ipc: host", "ipc: host", "ipc: private")]
    [InlineData("x-isolation: { level: medium }|cap_add: [CHOWN, SYS_MODULE]", "[CHOWN, SYS_MODULE]", "[CHOWN]")]
    [InlineData("x-isolation: { level: medium }|security_opt:|  - seccomp:unconfined|  - no-new-privileges", "      - seccomp:unconfined\n", "")]
    [InlineData("x-isolation: { level: medium }|use_api_socket: true", "use_api_socket: true", "use_api_socket: false")]
    [InlineData("x-isolation: { level: medium }|post_start:|  - command: a|    privileged: true", "privileged: true", "privileged: false")]
    public void A_setting_is_taken_back_by_one_edit(string service, string before, string after)
    {
        var text = DockerSample.Text(service);
        var finding = Assert.Single(DockerSample.Judge(text), finding => finding.Rule.Id == "ISM2001");
        Assert.Equal(text.Replace(before, after, StringComparison.Ordinal), Apply(text, finding));
    }

    [Theory]
    [InlineData("x-isolation: untrusted-code", "    x-isolation: untrusted-code\n", "    x-isolation: untrusted-code\n")]
    [InlineData("x-isolation: untrusted-code|runtime: runc", "runtime: runc", "runtime: box")]
    public void A_runtime_that_the_daemon_registers_is_named(string service, string before, string after)
    {
        var text = DockerSample.Text(service);
        var daemon = DockerSample.Daemon("""{ "runtimes": { "box": { "path": "/usr/local/bin/runsc" }, "fast": { "path": "crun" } } }""");
        var finding = Assert.Single(DockerSample.Judge(text, daemon), finding => finding.Rule.Id == "ISM1001");
        Assert.Equal("Use runtime 'box' (gVisor)", finding.FixTitle);
        var edited = Apply(text, finding);
        Assert.Contains("    runtime: box\n", edited, StringComparison.Ordinal);
        Assert.Equal(text.Replace(before, after, StringComparison.Ordinal), before == after ? edited.Replace("    runtime: box\n", string.Empty, StringComparison.Ordinal) : edited);
        Assert.Empty(DockerSample.Judge(edited, daemon));
        Assert.Null(Assert.Single(DockerSample.Judge(text)).FixTitle);
    }

    private static string Apply(string text, Finding finding)
    {
        var edit = Assert.Single(finding.Edits);
        return text[..edit.Range.Start] + edit.NewText + text[edit.Range.End..];
    }
}
