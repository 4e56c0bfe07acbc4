using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>A folder that holds the configuration of its nodes beside what is deployed on them.</summary>
public sealed class NodeConfigurationTests
{
    private const string Pod = """
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata:
          name: gvisor
        handler: gvisor
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: plugin
          annotations:
            isolationmodel.dev/level: high
        spec:
          runtimeClassName: gvisor
          containers:
            - name: main
              securityContext: { seccompProfile: { type: RuntimeDefault } }
        """;

    private const string Containerd = """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.gvisor]
        runtime_type = "io.containerd.runc.v2"
        """;

    [Fact]
    public void The_configuration_of_the_nodes_goes_before_what_a_handler_is_called()
    {
        using var workspace = new Workspace();
        workspace.Add("deploy/pod.yaml", Pod);
        Assert.DoesNotContain(workspace.Run("check", ".").FindingLines, line => line.Contains("ISM1001", StringComparison.Ordinal));

        workspace.Add("nodes/containerd/config.toml", Containerd);
        var run = workspace.Run("check", ".");

        var line = Assert.Single(run.FindingLines);
        Assert.StartsWith("deploy/pod.yaml(14,21): warning ISM1001: ", line, StringComparison.Ordinal);
        Assert.Contains("runs on runc (RuntimeClass 'gvisor' with handler 'gvisor', which nodes/containerd/config.toml runs as 'io.containerd.runc.v2')", line, StringComparison.Ordinal);
        Assert.Contains("    see nodes/containerd/config.toml(2,1): handler 'gvisor' runs as 'io.containerd.runc.v2'\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_configuration_is_told_at_its_place()
    {
        using var workspace = new Workspace();
        workspace.Add("nodes/containerd/config.toml", Containerd.Replace("runtimes.gvisor]", "runtimes.gvisor", StringComparison.Ordinal)).Add("Cargo.toml", "[package").Add("nodes/containerd/notes.toml", "[");

        Assert.StartsWith("nodes/containerd/config.toml(2,64): warning ISM9006: the TOML is not well-formed: ", Assert.Single(workspace.Run("check", ".").FindingLines), StringComparison.Ordinal);
        Assert.Contains("ISM9006", Assert.Single(workspace.Run("check", "Cargo.toml").FindingLines), StringComparison.Ordinal); // whoever names a file expects it to be read
    }

    [Fact]
    public void The_kubelet_settles_what_a_pod_leaves_to_the_node()
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Pod.Replace("level: high", "level: medium", StringComparison.Ordinal).Replace("runtimeClassName: gvisor", "hostUsers: true", StringComparison.Ordinal).Replace("      securityContext: { seccompProfile: { type: RuntimeDefault } }", "      image: x", StringComparison.Ordinal));
        Assert.Contains("ISM1501", Assert.Single(workspace.Run("check", ".").FindingLines), StringComparison.Ordinal);

        workspace.Add("kubelet.yaml", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nseccompDefault: true\n");
        Assert.Empty(workspace.Run("check", ".").FindingLines);
    }
}
