using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Modeling;
using IsolationModel.Suppressions;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Cloud;

/// <summary>
/// Container groups of Azure Container Instances, in the words of the Azure SDK for .NET, whose generations name some members differently. A group is
/// the unit of isolation: its containers share a kernel, and a hypervisor stands around them (Azure Container Instances, overview).
/// </summary>
internal static class AzureContainerGroups
{
    private const string Platform = "aci";
    private const string Field = "sku";
    private const string Confidential = "Confidential";

    /// <summary>Azure takes no slash in the name of a tag, so that a colon stands in its place (Azure Resource Manager, tag limitations).</summary>
    private const string TagPrefix = "isolationmodel.dev:";

    private static readonly string[] ContainerLists = ["containers", "initContainers"];

    /// <summary>Reads one.</summary>
    /// <param name="group">The container group.</param>
    /// <param name="range">Where it is named.</param>
    /// <param name="file">Takes the workload.</param>
    public static void Read(DataCursor group, TextRange range, DescriptorFileBuilder file)
    {
        var needs = new List<NeedDeclaration>();
        var tags = Tags(group["tags"]);
        NeedAnnotations.Read(tags, NeedScope.Template, file, needs);
        ReadSuppressions(tags[NeedKeys.Disable], group, file);
        var runtime = Runtime(group, range);
        var containers = new List<WorkloadContainer>();
        var flaws = new List<DescriptorFlaw>();
        foreach (var list in ContainerLists)
        {
            Read(group[list], list, containers, IsConfidential(group) == false ? flaws : null);
        }

        file.Workloads.Add(new Workload(Platform, "Azure container group", null, Name(group), range, runtime, containers.Count > 0 ? containers : [new WorkloadContainer(string.Empty, [])], needs)
        {
            Flaws = flaws,
            Placement = IsWindows(group) ? PodPlacement.None with { OperatingSystem = "windows" } : PodPlacement.None,
        });
    }

    private static string Name(DataCursor group) =>
        group["name"] is { IsUnresolved: false, Text: { Length: > 0 } name } ? name
        : group["bicepIdentifier"] is { IsUnresolved: false, Text: { Length: > 0 } identifier } ? identifier
        : "(unnamed)";

    private static bool IsWindows(DataCursor group) => First(group, "osType", "oSType", "containerGroupOSType") is { IsUnresolved: false, Text: { } system } && Is(system, "Windows");

    /// <summary>Every sku runs in virtual machines; one that is confidential promises more than that, by its policy.</summary>
    private static RuntimeReference Runtime(DataCursor group, TextRange range)
    {
        var sku = group[Field];
        var place = IsSet(sku) ? sku.Range : range;
        var open = new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeHandler, sku.Text ?? string.Empty, place, Field);
        if (IsOpen(sku))
        {
            return open;
        }

        if (IsConfidential(group) == true)
        {
            var policy = Policy(group);
            if (EnforcementPolicy.Doubt(policy) is { } doubt)
            {
                return open with { Reason = doubt, Range = IsSet(policy) ? policy.Range : place };
            }
        }
        else if (sku.Text is { } word && !Is(word, "Standard") && !Is(word, "Dedicated"))
        {
            return open with { Reason = $"{Field} '{word}' is none of Standard, Dedicated and Confidential; name one of them" };
        }
        else if (!IsSet(sku) && IsSet(group["containerGroupProfile"]))
        {
            return open with { Reason = $"its container group profile says which {Field} it has, and is not here", Range = group["containerGroupProfile"].Range };
        }

        return open with { State = RuntimeReferenceState.Named, Name = string.Empty, OfferedBy = Platform };
    }

    /// <summary>Whether a group is confidential; null where that is not known.</summary>
    private static bool? IsConfidential(DataCursor group) => group[Field] switch
    {
        var sku when IsOpen(sku) => null,
        { Text: { } word } => Is(word, Confidential),
        _ => IsSet(group["containerGroupProfile"]) ? null : false,
    };

    private static DataCursor Policy(DataCursor group) =>
        First(group, "confidentialComputeCcePolicy") is { Exists: true } flat ? flat : group["confidentialComputeProperties"]["ccePolicy"];

    /// <param name="list">The containers.</param>
    /// <param name="field">The field that holds them.</param>
    /// <param name="containers">Takes them.</param>
    /// <param name="flaws">Takes what a group refuses that is not confidential; null for others.</param>
    private static void Read(DataCursor list, string field, List<WorkloadContainer> containers, List<DescriptorFlaw>? flaws)
    {
        if (IsSet(list) && list.Node is not DataSequence)
        {
            containers.Add(new WorkloadContainer(field, [SettingFact.Unresolved("privileged", list.Range)]) { Range = list.Range });
        }

        for (var i = 0; i < list.Count; i++)
        {
            var container = list.At(i);
            var context = container["securityContext"];
            var privileged = First(context, "privileged", "isPrivileged");
            var facts = new List<SettingFact>();
            SettingFacts.AddFlag(facts, "privileged", privileged);
            SettingFacts.AddFlag(facts, "allowPrivilegeEscalation", First(context, "allowPrivilegeEscalation", "isPrivilegeEscalationAllowed"));
            PodCapabilities.Read(context["capabilities"], facts, string.Empty);
            NonRoot.Read(default, context["runAsUser"], facts);
            if (IsSet(context["seccompProfile"]))
            {
                // The profile itself in base64: one of one's own.
                var profile = context["seccompProfile"];
                facts.Add(IsOpen(profile) ? SettingFact.Unresolved("seccomp", profile.Range) : SettingFact.Choice("seccomp", "Localhost", profile.Range));
            }

            var name = container["name"] is { IsUnresolved: false, Text: { Length: > 0 } text } ? text : $"{field}[{i}]";
            containers.Add(new WorkloadContainer(name, facts) { Range = container.Range });
            if (flaws is not null && SettingFacts.IsTrue(privileged))
            {
                flaws.Add(new DescriptorFlaw(FlawKind.Refused, "'privileged: true'", "Azure Container Instances takes no privileged containers outside of confidential groups; remove it", privileged.Range)
                {
                    SettingIds = ["privileged"],
                });
            }
        }
    }

    /// <summary>Tags with the keys that needs have elsewhere.</summary>
    private static DataCursor Tags(DataCursor tags)
    {
        if (tags.Node is not DataMapping mapping)
        {
            return default;
        }

        var entries = new List<DataEntry>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Key;
            entries.Add(key.Value.StartsWith(TagPrefix, StringComparison.Ordinal)
                ? new DataEntry(new DataScalar(key.Range, NeedKeys.Prefix + key.Value.Substring(TagPrefix.Length), isPlain: false, key.ContentStart), entry.Value)
                : entry);
        }

        return new DataCursor(new DataMapping(mapping.Range, entries));
    }

    private static void ReadSuppressions(DataCursor value, DataCursor group, DescriptorFileBuilder file)
    {
        if (value.Text is { } text && !value.IsUnresolved)
        {
            var isVerbatim = value.Scalar is { ContentStart: >= 0 };
            file.Add(SuppressionParser.ReadAll(text, (start, length) => isVerbatim ? value.RangeOf(start, length) : value.Range, group.Range));
        }
    }

    private static bool IsSet(DataCursor value) => SettingFacts.IsSet(value);

    /// <summary>Whether a value is there that only the running program knows: a variable, or a parameter of Bicep.</summary>
    private static bool IsOpen(DataCursor value) => IsSet(value) && (value.IsUnresolved || value.Text is null);

    private static bool Is(string word, string other) => string.Equals(word, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of several names of a member that is set.</summary>
    private static DataCursor First(DataCursor holder, params string[] names)
    {
        foreach (var name in names)
        {
            if (IsSet(holder[name]))
            {
                return holder[name];
            }
        }

        return default;
    }
}
