using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Helm;

/// <summary>Literal lines of templates as parts of workloads. A line counts in an object that makes Pods, below the key that it belongs to.</summary>
internal static class TemplateFragments
{
    private const string RuntimeField = "runtimeClassName";

    private static readonly Dictionary<string, (string Setting, string Parent)> Flags = new(StringComparer.Ordinal)
    {
        ["privileged"] = ("privileged", "securityContext"),
        ["hostNetwork"] = ("hostNetwork", "spec"),
        ["hostPID"] = ("hostPid", "spec"),
        ["hostIPC"] = ("hostIpc", "spec"),
        ["allowPrivilegeEscalation"] = ("allowPrivilegeEscalation", "securityContext"),
    };

    private static readonly string[] Groups = [string.Empty, "apps", "batch"];

    private static readonly RuntimeReference NoRuntime = new(RuntimeReferenceState.Absent, RuntimeNameKind.RuntimeClass, string.Empty, default, RuntimeField);

    /// <summary>The parts of workloads that a template holds.</summary>
    public static IReadOnlyList<WorkloadFragment> Read(string text, DescriptorFileBuilder file)
    {
        var fragments = new List<WorkloadFragment>();
        foreach (var lines in TemplateText.Read(text))
        {
            var kind = lines.FirstOrDefault(static line => line is { Indentation: 0, Key: "kind" })?.Value;
            if (kind is null || !MakesPods(lines.FirstOrDefault(static line => line is { Indentation: 0, Key: "apiVersion" })?.Value, kind))
            {
                continue;
            }

            var needs = Needs(lines, file);
            for (var i = 0; i < lines.Count && fragments.Count < DescriptorLimits.Fragments; i++)
            {
                if (Workload(lines, i, kind, needs) is { } workload)
                {
                    fragments.Add(new WorkloadFragment(FragmentKind.Template, workload, $"the template of a {kind}"));
                }
            }
        }

        return fragments;
    }

    /// <summary>Charts choose versions by what the cluster has; then the kind alone tells.</summary>
    private static bool MakesPods(string? apiVersion, string kind)
    {
        if (apiVersion is null)
        {
            return Array.Exists(Groups, group => PodKinds.Find(group, kind) is not null);
        }

        return PodKinds.Find(KubernetesObject.GroupOf(apiVersion), kind) is not null;
    }

    private static Workload? Workload(IReadOnlyList<TemplateLine> lines, int at, string kind, IReadOnlyList<NeedDeclaration> needs)
    {
        var line = lines[at];
        var runtime = NoRuntime;
        var settings = new List<SettingFact>();
        if (line.Key == RuntimeField && line.Value.Length > 0 && HasParent(lines, at, "spec") && new DataScalar(line.Range, line.Value, !line.IsQuoted, -1) is { IsNull: false })
        {
            runtime = new RuntimeReference(RuntimeReferenceState.Named, RuntimeNameKind.RuntimeClass, line.Value, line.Range, RuntimeField);
        }
        else if (Flags.TryGetValue(line.Key, out var flag) && HasParent(lines, at, flag.Parent) && new DataScalar(line.Range, line.Value, !line.IsQuoted, -1).AsBoolean() == true)
        {
            settings.Add(SettingFact.Flag(flag.Setting, true, line.Range));
        }
        else
        {
            return null;
        }

        return new Workload("kubernetes", kind, null, string.Empty, line.Range, runtime, [new WorkloadContainer("the template", settings)], needs);
    }

    /// <summary>Needs that the template declares whatever it is given.</summary>
    private static List<NeedDeclaration> Needs(IReadOnlyList<TemplateLine> lines, DescriptorFileBuilder file)
    {
        var needs = new List<NeedDeclaration>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            NeedCarrier? carrier = line.Key switch
            {
                NeedKeys.Needs => NeedCarrier.Needs,
                NeedKeys.Level => NeedCarrier.Level,
                NeedKeys.Scenario => NeedCarrier.Scenario,
                _ => null,
            };
            if (carrier is { } known && HasParent(lines, i, "annotations"))
            {
                needs.Add(new NeedDeclaration(known, NeedScope.Object, line.Value, file.Path, file.Lines, line.Range, line.Range.Start, Key: line.Key));
            }
        }

        return needs;
    }

    /// <summary>Whether the nearest line above that is less deep has a key, and nothing behind it.</summary>
    private static bool HasParent(IReadOnlyList<TemplateLine> lines, int at, string key)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (lines[i].Indentation < lines[at].Indentation)
            {
                return lines[i].Key == key && lines[i].Value.Length == 0;
            }
        }

        return false;
    }
}
