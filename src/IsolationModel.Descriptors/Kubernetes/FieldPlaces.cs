using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>
/// Where the fields of a Pod that concern its isolation belong (Kubernetes API, core/v1 types.go). Elsewhere, or in another case, they are unknown
/// fields: the API server drops them unless the client asks for strict validation, and the Pod runs without them.
/// </summary>
internal static class FieldPlaces
{
    private const FieldPlace AnyContext = FieldPlace.PodContext | FieldPlace.ContainerContext;

    private static readonly string[] HostNamespaces = ["hostPID", "hostIPC", "hostNetwork"];

    private static readonly Dictionary<string, (string Name, FieldPlace Places)> Fields = new[]
    {
        ("runtimeClassName", FieldPlace.PodSpec),
        ("hostPID", FieldPlace.PodSpec),
        ("hostIPC", FieldPlace.PodSpec),
        ("hostNetwork", FieldPlace.PodSpec),
        ("hostUsers", FieldPlace.PodSpec),
        ("shareProcessNamespace", FieldPlace.PodSpec),
        ("automountServiceAccountToken", FieldPlace.PodSpec),
        ("securityContext", FieldPlace.PodSpec | FieldPlace.Container),
        ("fsGroup", FieldPlace.PodContext),
        ("fsGroupChangePolicy", FieldPlace.PodContext),
        ("supplementalGroups", FieldPlace.PodContext),
        ("supplementalGroupsPolicy", FieldPlace.PodContext),
        ("sysctls", FieldPlace.PodContext),
        ("privileged", FieldPlace.ContainerContext),
        ("capabilities", FieldPlace.ContainerContext),
        ("allowPrivilegeEscalation", FieldPlace.ContainerContext),
        ("readOnlyRootFilesystem", FieldPlace.ContainerContext),
        ("procMount", FieldPlace.ContainerContext),
        ("runAsUser", AnyContext),
        ("runAsGroup", AnyContext),
        ("runAsNonRoot", AnyContext),
        ("seLinuxOptions", AnyContext),
        ("seccompProfile", AnyContext),
        ("appArmorProfile", AnyContext),
        ("windowsOptions", AnyContext),
    }.ToDictionary(static field => field.Item1, static field => field, StringComparer.OrdinalIgnoreCase);

    public static void Check(DataCursor spec, List<DescriptorFlaw> flaws)
    {
        Check(spec, spec, FieldPlace.PodSpec, "the spec of the pod", flaws);
        Check(spec, spec["securityContext"], FieldPlace.PodContext, "the securityContext of the pod", flaws);
        foreach (var container in PodContainers.All(spec))
        {
            var name = container["name"].Text is { } given ? $"container '{given}'" : "a container";
            Check(spec, container, FieldPlace.Container, name, flaws);
            Check(spec, container["securityContext"], FieldPlace.ContainerContext, $"the securityContext of {name}", flaws);
        }
    }

    private static void Check(DataCursor spec, DataCursor holder, FieldPlace place, string words, List<DescriptorFlaw> flaws)
    {
        if (holder.Node is not DataMapping mapping)
        {
            return;
        }

        foreach (var entry in mapping.Entries)
        {
            var key = entry.Key.Value;
            if (!Fields.TryGetValue(key, out var field) || holder[key].IsNull)
            {
                continue;
            }

            var at = holder[key].KeyRange;
            if ((field.Places & place) == 0)
            {
                flaws.Add(Flaw(key, words, $"the API server knows '{field.Name}' in {Words(field.Places)} alone, and drops the field here; move it there", at));
            }
            else if (!string.Equals(key, field.Name, StringComparison.Ordinal))
            {
                flaws.Add(Flaw(key, words, $"names of fields are compared letter by letter, and the API server drops one that it does not know; write '{field.Name}'", at) with
                {
                    Edit = mapping.TryGet(field.Name, out _, out _) || at != entry.Key.Range || entry.Key.ContentStart < 0 || !IsHarmless(spec, field.Name, holder[key])
                        ? null
                        : new TextEdit(entry.Key.RangeOf(0, key.Length), field.Name),
                });
            }
        }
    }

    /// <summary>
    /// Whether a field can only strengthen the pod once it counts. What would weaken the pod, or would get it refused beside other fields, had no effect
    /// so far, so that correcting it is for somebody to decide.
    /// </summary>
    private static bool IsHarmless(DataCursor spec, string field, DataCursor value) => field switch
    {
        "privileged" or "hostPID" or "hostIPC" or "hostNetwork" or "shareProcessNamespace" or "allowPrivilegeEscalation" or "automountServiceAccountToken"
            => SettingFacts.IsFalse(value),
        "hostUsers" => SettingFacts.IsFalse(value) && !HostNamespaces.Any(name => SettingFacts.IsSet(spec[name]) && !SettingFacts.IsFalse(spec[name])),
        "runAsNonRoot" => SettingFacts.IsTrue(value) && !PodContainers.All(spec).Append(spec).Any(holder => NonRoot.IsRoot(holder["securityContext"]["runAsUser"]) == true),
        "readOnlyRootFilesystem" => SettingFacts.IsTrue(value),
        "seccompProfile" or "appArmorProfile" => SettingFacts.Is(value["type"], "RuntimeDefault"),
        "capabilities" => value.Node is DataMapping && !value["add"].Exists,
        "procMount" => SettingFacts.Is(value, "Default"),
        "runAsUser" or "runAsGroup" => value.Scalar is { } scalar && !value.IsUnresolved && scalar.Value is not ("0" or ""),
        "securityContext" => value.Node is DataMapping context && context.Entries.All(entry => IsHarmless(spec, entry.Key.Value, value.ValueOf(entry))),

        // What a class does is weighed where the run is known.
        "runtimeClassName" => true,
        _ => false,
    };

    private static DescriptorFlaw Flaw(string key, string place, string why, TextRange range) => new(FlawKind.NoEffect, $"'{key}' in {place}", why, range);

    private static string Words(FieldPlace places) => places switch
    {
        FieldPlace.PodSpec => "the spec of a pod",
        FieldPlace.PodContext => "the securityContext of a pod",
        FieldPlace.ContainerContext => "the securityContext of a container",
        AnyContext => "the securityContext of a pod or of a container",
        _ => "the spec of a pod or in a container",
    };
}
