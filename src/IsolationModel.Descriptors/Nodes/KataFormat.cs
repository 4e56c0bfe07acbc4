using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>The configuration of Kata Containers: <c>[hypervisor.x]</c> and <c>[runtime]</c>. What is not there has Kata's default.</summary>
internal sealed class KataFormat : IDescriptorFormat
{
    public bool MayContain(string text) => text.IndexOf("[hypervisor.", StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        if (document["hypervisor"].Node is not DataMapping { Entries: [var first, ..] })
        {
            return false;
        }

        var enabled = document["hypervisor"][first.Key.Value]["enable_annotations"];
        var seccomp = document["runtime"]["disable_guest_seccomp"];
        var network = document["runtime"]["disable_new_netns"];
        file.NodeConfigurations.Add(new NodeConfiguration(NodeComponent.Kata)
        {
            Evidence = enabled.IsUnresolved ? [] : [new NodeEvidence("kataAnnotationsWithheld", !NodeRuntimes.Texts(enabled).Exists(Enables), enabled.Range, IsDecisive: false)],
            Settings =
            [
                seccomp.IsUnresolved ? SettingFact.Unresolved("guestSeccomp", seccomp.Range) : SettingFact.Flag("guestSeccomp", seccomp.Text == "false", seccomp.Range),
                network.IsUnresolved ? SettingFact.Unresolved("kataHostNetworkNamespace", network.Range) : SettingFact.Flag("kataHostNetworkNamespace", network.Text == "true", network.Range),
            ],
        });
        return true;
    }

    /// <summary>Whether an entry lets pods name programs of the host. Entries are regular expressions; one that is more than a word is taken to.</summary>
    private static bool Enables(string entry) =>
        KataAnnotations.NamesHostProgram(entry) || entry.Any(character => !char.IsLetterOrDigit(character) && character != '_');
}
