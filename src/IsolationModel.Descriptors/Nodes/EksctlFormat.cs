using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Nodes;

/// <summary>A cluster of eksctl: its Fargate profiles take pods by namespace and labels, without a word in the manifests.</summary>
internal sealed class EksctlFormat : IDescriptorFormat
{
    private const string Group = "eksctl.io/";

    public bool MayContain(string text) => text.IndexOf(Group, StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        if (document["kind"].Text != "ClusterConfig" || document["apiVersion"].Text?.StartsWith(Group, StringComparison.Ordinal) != true)
        {
            return false;
        }

        var profiles = document["fargateProfiles"];
        for (var i = 0; i < profiles.Count; i++)
        {
            var profile = profiles.At(i);
            var selectors = ReadSelectors(profile["selectors"]);
            if (selectors.Count > 0)
            {
                file.Profiles.Add(new PlatformProfile("fargate", profile["name"].Text ?? string.Empty, selectors, profile["name"].Exists ? profile["name"].Range : profile.Range));
            }
        }

        return true;
    }

    /// <summary>A selector with a placeholder takes nobody knows whom, so it takes none.</summary>
    private static List<ProfileSelector> ReadSelectors(DataCursor list)
    {
        var selectors = new List<ProfileSelector>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var space = list.At(i)["namespace"];
            var labels = list.At(i)["labels"];
            var entries = labels.Members();
            if (space.Text is { } name && !space.IsUnresolved && !labels.IsUnresolved && entries.All(entry => entry.Value is { Text: not null, IsUnresolved: false }))
            {
                selectors.Add(new ProfileSelector(name, entries.Select(entry => new LabelMatch(entry.Key, entry.Value.Text!)).ToList()));
            }
        }

        return selectors;
    }
}
