using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>The flags of gVisor's shim: <c>[runsc_config]</c> (gVisor, containerd configuration). What is not there has runsc's default (flags.go).</summary>
internal sealed class RunscFormat : IDescriptorFormat
{
    private const string Section = "runsc_config";

    public bool MayContain(string text) => text.IndexOf(Section, StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        var flags = document[Section];
        if (flags.Node is not DataMapping)
        {
            return false;
        }

        var sockets = flags["host-uds"];
        var network = flags["network"];
        var seccomp = flags["oci-seccomp"];
        file.NodeConfigurations.Add(new NodeConfiguration(NodeComponent.GVisor)
        {
            Evidence = sockets.IsUnresolved ? [] : [new NodeEvidence("hostUdsNone", sockets.Text is null or "none", sockets.Range)],
            Settings =
            [
                network.IsUnresolved ? SettingFact.Unresolved("sandboxHostNetwork", network.Range) : SettingFact.Flag("sandboxHostNetwork", network.Text == "host", network.Range),
                seccomp.IsUnresolved ? SettingFact.Unresolved("sandboxSeccomp", seccomp.Range) : SettingFact.Flag("sandboxSeccomp", seccomp.Text == "true", seccomp.Range),
            ],
        });
        return true;
    }
}
