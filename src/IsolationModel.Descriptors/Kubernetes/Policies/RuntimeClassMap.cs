using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Policies;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>
/// Which technology runs pods of a runtime class: the one thing that no pod says, so that whoever applies the policy has to. A name proves
/// nothing: a policy that proves takes what an overlay declares, and offers what names commonly mean for checking.
/// </summary>
/// <param name="Entries">What counts: keys and ids of technologies, sorted.</param>
/// <param name="Offered">What may be added once it is checked; sorted.</param>
internal sealed record RuntimeClassMap(IReadOnlyList<KeyValuePair<string, string>> Entries, IReadOnlyList<KeyValuePair<string, string>> Offered)
{
    /// <summary>Pods without a class. No class can be called so: names of classes hold no underscores, but keys of a ConfigMap may.</summary>
    public const string DefaultKey = "_default";

    /// <summary>Pods of Windows without a class.</summary>
    public const string WindowsKey = "_default.windows";

    /// <summary>Pods without a class that carry containerd's annotation for untrusted workloads.</summary>
    public const string UntrustedKey = "_untrusted";

    public static RuntimeClassMap Of(ModelIndex model, PolicyMode mode)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var offered = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, technology) in DefaultTechnologies.Of(model))
        {
            entries.Add(key, technology);
        }

        foreach (var name in model.Definition.RuntimeNames.Where(name => name is { Kind: RuntimeNameKind.RuntimeClass, TechnologyId: not null } && IsName(name.Name)))
        {
            (name.IsDeclared || mode == PolicyMode.Refute ? entries : offered)[name.Name] = name.TechnologyId!;
        }

        return new RuntimeClassMap([.. entries], [.. offered]);
    }

    /// <summary>Whether a RuntimeClass can be called so: a DNS subdomain, which is a key of a ConfigMap, too.</summary>
    private static bool IsName(string name) => name.Length > 0 && name.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.');
}
