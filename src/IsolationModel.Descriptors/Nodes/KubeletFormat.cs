using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>The configuration of the kubelet: whether containers without a seccomp profile get the default one.</summary>
internal sealed class KubeletFormat : IDescriptorFormat
{
    private const string Kind = "KubeletConfiguration";
    private const string Group = "kubelet.config.k8s.io/";

    public bool MayContain(string text) => text.IndexOf(Kind, StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        if (document["kind"].Text != Kind || document["apiVersion"].Text?.StartsWith(Group, StringComparison.Ordinal) != true)
        {
            return false;
        }

        // Only what is written counts: a flag of the kubelet may say what the file leaves out.
        var seccomp = document["seccompDefault"];
        if (seccomp.Scalar?.AsBoolean() is { } holds)
        {
            file.NodeConfigurations.Add(new NodeConfiguration(NodeComponent.Kubelet)
            {
                // Where the kubelet leaves it, the container engine may still have a profile for the unset.
                Evidence = [new NodeEvidence("seccompDefault", holds, seccomp.Range, IsDecisive: false)],
            });
        }

        return true;
    }
}
