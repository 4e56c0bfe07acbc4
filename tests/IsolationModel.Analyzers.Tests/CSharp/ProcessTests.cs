using IsolationModel.Analyzers.Tests.Support;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Command lines of engines that code starts.</summary>
public sealed class ProcessTests
{
    private const string Daemon = """{ "runtimes": { "runsc": { "path": "/usr/local/bin/runsc" }, "plain": { "path": "/usr/bin/runc" } } }""";

    private static CodeTest Test(string needs) => new CodeTest().WithFile("daemon.json", Daemon).Needs(needs);

    private static string Method(string body) => $$"""
        using System.Diagnostics;

        public static class Deploy
        {
            private const string Engine = "docker";

            public static object? Make(bool isDebug, string given, string other)
            {
                {{body}}
            }
        }
        """.ReplaceLineEndings("\n");

    private static async Task<IReadOnlyList<string>> Findings(string needs, string body) =>
        [.. (await Test(needs).Findings(Method(body))).Where(static finding => !finding.StartsWith("ISM1501", StringComparison.Ordinal))];

    public static TheoryData<string, string[]> Runtimes() => new()
    {
        { """return Process.Start("docker", "run nginx");""", ["ISM1001 Start"] },
        { """return Process.Start("docker", "run --runtime=runsc nginx");""", [] },
        { """return Process.Start("docker", "run --runtime runsc nginx");""", [] },
        { """return Process.Start("docker", "run --rm --runtime=plain nginx");""", ["ISM1001 plain"] },
        { """return Process.Start("/usr/bin/docker", "create --runtime plain nginx");""", ["ISM1001 plain"] },
        { """return Process.Start(@"C:\tools\docker.exe", "container run --runtime plain nginx");""", ["ISM1001 plain"] },
        { """return Process.Start("docker", "--context remote -l debug run --runtime plain nginx");""", ["ISM1001 plain"] },
        { """return Process.Start(Engine, new[] { "run", "--runtime", "plain", "nginx" });""", ["ISM1001 \"plain\""] },
        { """return Process.Start(new ProcessStartInfo("docker", "run --runtime plain nginx"));""", ["ISM1001 plain"] },
        { """return Process.Start(new ProcessStartInfo("docker", ["run", "--runtime=plain", "nginx"]));""", ["ISM1001 plain"] },
        { """return Process.Start(new ProcessStartInfo { FileName = "docker", Arguments = "run --runtime plain nginx", UseShellExecute = false });""", ["ISM1001 plain"] },
        { """return Process.Start(new ProcessStartInfo { FileName = "docker", ArgumentList = { "run", "--runtime", "plain", "nginx" } });""", ["ISM1001 \"plain\""] },
        { """ProcessStartInfo info = new("docker"); info.ArgumentList.Add("run"); info.ArgumentList.Add("--runtime=plain"); info.ArgumentList.Add("nginx"); return info;""", ["ISM1001 plain"] },
        { """var info = new ProcessStartInfo(); info.FileName = Engine; info.Arguments = "run --runtime plain nginx"; return info;""", ["ISM1001 plain"] },
        { """var process = new Process(); process.StartInfo.FileName = "docker"; process.StartInfo.Arguments = "run --runtime plain nginx"; return process;""", ["ISM1001 plain"] },
        { """return new Process { StartInfo = new ProcessStartInfo("docker", "run --runtime plain nginx") };""", ["ISM1001 plain"] },
        { """return new Process { StartInfo = { FileName = "docker", Arguments = "run --runtime plain nginx" } };""", ["ISM1001 plain"] },
        { """var arguments = "run --runtime plain nginx"; return Process.Start("docker", arguments);""", ["ISM1001 plain"] },
        { """return Process.Start("podman", "run --runtime runsc nginx");""", [] },
        { """return Process.Start("podman", "--runtime runsc run nginx");""", [] },
        { """return Process.Start("podman", "run nginx");""", ["ISM1001 Start"] },
        { """return Process.Start("nerdctl", "--namespace x run --runtime plain nginx");""", ["ISM1001 plain"] },
        { """return Process.Start("docker", "ps -a");""", [] },
        { """return Process.Start("docker", "exec web sh");""", [] },
        { """return Process.Start("git", "run --privileged");""", [] },
        { """return Process.Start(given, "run --privileged nginx");""", [] },
        { """return Process.Start("docker");""", [] },
        { """return new ProcessStartInfo("docker");""", [] },
    };

    [Theory]
    [MemberData(nameof(Runtimes))]
    public async Task A_command_line_is_judged_however_it_is_written(string body, string[] findings) => Assert.Equal(findings, await Findings("untrusted-code", body));

    /// <summary>What is put together at run time: what is known counts, and what is not is not guessed.</summary>
    public static TheoryData<string, string[]> Open() => new()
    {
        { """return Process.Start("docker", $"run --runtime=plain {given}");""", ["ISM1001 plain"] },
        { """return Process.Start("docker", $"run --runtime=runsc {given}");""", [] },
        { """return Process.Start("docker", $"run --runtime={given} nginx");""", ["ISM1502 --runtime={given}"] },
        { """return Process.Start("docker", $"run --rm {given}");""", ["ISM1001 Start"] },
        { """return Process.Start("docker", $"run {given} nginx");""", ["ISM1502 {given}"] },
        { """return Process.Start("docker", $"run {given} {other}");""", ["ISM1502 {given}"] },
        { """return Process.Start("docker", "run --runtime " + given + " nginx");""", ["ISM1502 given"] },
        { """return Process.Start("docker", "run --rm " + "--runtime plain " + given);""", ["ISM1001 plain"] },
        { """return Process.Start("docker", given);""", [] },
        { """return Process.Start("docker", $"{given} --privileged");""", [] },
        { """var info = new ProcessStartInfo("docker"); info.ArgumentList.Add("run"); if (isDebug) { info.ArgumentList.Add("--runtime=plain"); } info.ArgumentList.Add("nginx"); return info;""", ["ISM1502 info.ArgumentList.Add(\"--runtime=plain\")"] },
    };

    [Theory]
    [MemberData(nameof(Open))]
    public async Task What_is_not_known_is_not_guessed(string body, string[] findings) => Assert.Equal(findings, await Findings("untrusted-code", body));

    /// <summary>Weakenings, and how .NET takes arguments apart (dotnet/runtime, Process.Unix.cs); each with the code that the finding stands on.</summary>
    public static TheoryData<string, string[]> Quoting() => new()
    {
        { """return Process.Start("docker", "run --privileged nginx");""", ["ISM2001 --privileged"] },
        { """return Process.Start("docker", "run --pid=host nginx");""", ["ISM2001 host"] },
        { """return Process.Start("docker", "run\t--pid  host   nginx");""", ["ISM2001 \"run\\t--pid  host   nginx\""] },
        { """return Process.Start("docker", "run -v /var/run/docker.sock:/var/run/docker.sock nginx");""", ["ISM2001 /var/run/docker.sock:/var/run/docker.sock"] },
        { """return Process.Start("docker", @"run -v ""/var/run/docker.sock:/s"" nginx");""", ["ISM2001 @\"run -v \"\"/var/run/docker.sock:/s\"\" nginx\""] },
        { """return Process.Start("docker", $"run -v /var/run/docker.sock:{given} nginx");""", ["ISM2001 /var/run/docker.sock:{given}"] },
        { """return Process.Start("docker", "run -e \"A=--privileged x\" nginx");""", [] },
        { """return Process.Start("docker", "run nginx --privileged");""", [] },
        { """return Process.Start("docker", "run --cap-add SYS_ADMIN nginx sh -c \"echo\"");""", ["ISM2001 \"run --cap-add SYS_ADMIN nginx sh -c \\\"echo\\\"\""] },
    };

    [Theory]
    [MemberData(nameof(Quoting))]
    public async Task Arguments_are_taken_apart_as_dotnet_does(string body, string[] findings) => Assert.Equal(findings, await Findings("level:medium", body));

    [Fact]
    public async Task Needs_stand_in_labels() =>
        Assert.Equal(["ISM1001 Start"], await Findings(string.Empty, """return Process.Start("docker", "run --label isolationmodel.dev/needs=untrusted-code nginx");"""));

    [Fact]
    public async Task Without_needs_nothing_is_told() =>
        Assert.Empty(await new CodeTest().Findings(Method("""return Process.Start("docker", "run --privileged -v /var/run/docker.sock:/s nginx");""")));

    [Fact]
    public async Task Podman_is_told_apart()
    {
        var messages = await Test("untrusted-code").Messages(Method("""return Process.Start("podman", "run nginx");"""));
        Assert.Contains("container nginx ", Assert.Single(messages), StringComparison.Ordinal);
        Assert.Contains("crun", messages[0], StringComparison.Ordinal);
    }
}
