using IsolationModel.Cli.Tests.Support;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Tests;

public sealed class ModelTests
{
    [Theory]
    [InlineData("Firecracker")]
    [InlineData("gVisor")]
    [InlineData("Kata Containers")]
    [InlineData("KubeVirt")]
    [InlineData("QEMU/KVM")]
    [InlineData("VMware ESXi")]
    [InlineData("Xen")]
    [InlineData("VirtualBox")]
    [InlineData("VMware Workstation")]
    [InlineData("Docker")]
    [InlineData("containerd")]
    [InlineData("CRI-O")]
    [InlineData("Podman")]
    [InlineData("Kubernetes")]
    [InlineData("K3s")]
    [InlineData("KubeEdge")]
    [InlineData("Krustlet")]
    [InlineData("OpenStack")]
    [InlineData("WasmEdge")]
    [InlineData("Wasmtime")]
    [InlineData("WebAssembly")]
    [InlineData("Falco")]
    [InlineData("Tetragon")]
    [InlineData("Cilium")]
    [InlineData("OPA")]
    [InlineData("Gatekeeper")]
    [InlineData("Intel TDX")]
    [InlineData("AMD SEV")]
    [InlineData("Intel VT-x")]
    [InlineData("AMD-V")]
    [InlineData("EPT")]
    [InlineData("SR-IOV")]
    [InlineData("VT-d")]
    [InlineData("Linux namespaces")]
    [InlineData("cgroups")]
    [InlineData("OverlayFS")]
    [InlineData("AUFS")]
    [InlineData("seccomp")]
    [InlineData("AppArmor")]
    [InlineData("SELinux")]
    [InlineData("iOS App Sandbox")]
    [InlineData("Android")]
    [InlineData("JavaScript sandbox")]
    [InlineData("AWS Lambda")]
    [InlineData("AWS Fargate")]
    [InlineData("Cloud Run")]
    [InlineData("GKE Sandbox")]
    [InlineData("NVIDIA BlueField")]
    [InlineData("Intel IPU")]
    [InlineData("DPU")]
    [InlineData("GPU")]
    [InlineData("CXL")]
    [InlineData("HPA")]
    [InlineData("VPA")]
    [InlineData("eBPF")]
    public void What_people_speak_of_is_found_by_its_name(string name)
    {
        using var workspace = new Workspace();

        var run = workspace.Run("model", "find", name, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Json().EnumerateArray());
    }

    [Fact]
    public void Names_are_found_in_both_languages_and_in_any_case()
    {
        using var workspace = new Workspace();
        workspace.Add("policy.isolation.json", Samples.Policy);

        Assert.Contains("contoso-strong  runtime  Contoso Strong (康托索)", workspace.Run("model", "find", "康托索", "--model", "policy.isolation.json").Output, StringComparison.Ordinal);
        Assert.Contains("firecracker", workspace.Run("model", "find", "FIRECR").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_called_exactly_so_comes_first()
    {
        using var workspace = new Workspace();

        Assert.Equal("containerd", workspace.Run("model", "find", "containerd", "--format", "json").Json()[0].GetProperty("id").GetString());
    }

    [Fact]
    public void What_is_not_found_is_exit_code_1()
    {
        using var workspace = new Workspace();

        var text = workspace.Run("model", "find", "nothing of the kind");
        var json = workspace.Run("model", "find", "nothing of the kind", "--format", "json");

        Assert.Equal(1, text.ExitCode);
        Assert.Equal("nothing found\n", text.Output);
        Assert.Equal(1, json.ExitCode);
        Assert.Empty(json.Json().EnumerateArray());
    }

    [Fact]
    public void All_entries_of_the_catalogue_are_listed()
    {
        using var workspace = new Workspace();

        var entries = workspace.Run("model", "list", "--format", "json").Json().EnumerateArray().ToList();

        Assert.Equal(BuiltInModel.Definition.Entries.Count(), entries.Count);
        Assert.Equal(
            ["control", "engine", "hardware", "hypervisor", "mechanism", "platform", "runtime", "stack"],
            entries.Select(entry => entry.GetProperty("kind").GetString()!).Distinct().Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.True(entry.TryGetProperty("id", out _) && entry.TryGetProperty("name", out _) && entry.TryGetProperty("families", out _)));
    }

    [Fact]
    public void Lists_are_narrowed_by_kind_and_family()
    {
        using var workspace = new Workspace();

        var engines = workspace.Run("model", "list", "--kind", "engine", "--family", "sandboxing", "--format", "json").Json().EnumerateArray().ToList();

        Assert.Contains(engines, entry => entry.GetProperty("id").GetString() == "wasmtime");
        Assert.All(engines, entry => Assert.Equal("engine", entry.GetProperty("kind").GetString()));
    }

    [Fact]
    public void An_entry_is_shown_whole()
    {
        using var workspace = new Workspace();

        var json = workspace.Run("model", "show", "gvisor", "--format", "json").Json();

        Assert.Equal("runtime", json.GetProperty("kind").GetString());
        Assert.Equal("software-sandbox", json.GetProperty("values").GetProperty("boundary").GetProperty("value").GetString());
        Assert.Equal("<10 %", json.GetProperty("values").GetProperty("throughputLoss").GetProperty("claim").GetProperty("value").GetString());
        Assert.Equal("active", json.GetProperty("status").GetProperty("state").GetString());
        Assert.NotEmpty(json.GetProperty("facts").EnumerateArray());
        Assert.All(
            json.GetProperty("values").EnumerateObject().SelectMany(value => value.Value.GetProperty("sources").EnumerateArray()),
            id => Assert.Contains(json.GetProperty("sources").EnumerateArray(), source => source.GetProperty("id").GetString() == id.GetString()));
        var text = workspace.Run("model", "show", "gvisor").Output;
        Assert.StartsWith("gVisor (gvisor): runtime\n", text, StringComparison.Ordinal);
        Assert.Contains("https://", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_entry_can_be_shown_in_both_forms()
    {
        using var workspace = new Workspace();

        foreach (var entry in BuiltInModel.Definition.Entries)
        {
            var text = workspace.Run("model", "show", entry.Reference.ToString());
            var json = workspace.Run("model", "show", entry.Reference.ToString(), "--format", "json");

            Assert.Equal((0, 0), (text.ExitCode, json.ExitCode));
            Assert.StartsWith(entry.Name.English, text.Output, StringComparison.Ordinal);
            Assert.Equal(entry.Id, json.Json().GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("model", "isolation model --help")]
    [InlineData("model lsit", "did you mean 'list'?")]
    [InlineData("model list --kind contol", "--kind: there is no kind 'contol'; did you mean 'control'?")]
    [InlineData("model list --family sandbox", "--family: there is no family 'sandbox'")]
    [InlineData("model list --kidn control", "did you mean '--kind'?")]
    [InlineData("model show gvisr", "did you mean 'gVisor'?")]
    [InlineData("model find --kind", "there is no option '--kind'")]
    [InlineData("model validate nowhere.json", "there is no file 'nowhere.json'")]
    [InlineData("model diff", "name one overlay or two, or give --claims")]
    [InlineData("model diff a b c", "c")]
    public void What_cannot_be_followed_is_explained(string commandLine, string expected)
    {
        using var workspace = new Workspace();
        workspace.Run(commandLine.Split(' ')).AssertRefused(expected);
    }
}
