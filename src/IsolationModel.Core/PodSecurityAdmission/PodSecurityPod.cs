using IsolationModel.Data;
using IsolationModel.Evaluation;
using IsolationModel.Fixes;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>A pod as checks look at it.</summary>
internal sealed class PodSecurityPod
{
    private const string Ephemeral = "ephemeralContainers";

    private static readonly (string List, string Label)[] Lists =
        [("initContainers", "init container"), ("containers", "container"), (Ephemeral, "ephemeral container")];

    private readonly string _text;
    private readonly Dictionary<PodSecurityContainer, PodSecurityFix?> _completions = [];

    public PodSecurityPod(DataCursor annotations, DataCursor spec, string text)
    {
        _text = text;
        (Annotations, Spec, Context) = (annotations, spec, spec["securityContext"]);
        var os = spec["os"]["name"];
        IsWindows = os.IsUnresolved ? Truth.Unknown : os.Text == "windows" ? Truth.True : Truth.False;
        HasUserNamespace = spec["hostUsers"].IsFalse();
        Containers = Lists.SelectMany(list => Read(spec[list.List], list.Label, list.List == Ephemeral)).ToList();
    }

    /// <summary>The annotations of the pod.</summary>
    public DataCursor Annotations { get; }

    /// <summary>The spec.</summary>
    public DataCursor Spec { get; }

    /// <summary>The security context of the pod.</summary>
    public DataCursor Context { get; }

    /// <summary>Whether something else may add to the security context of the pod (the run of a Tekton Task).</summary>
    public bool IsContextOpen { get; init; }

    /// <summary>Init containers, containers and ephemeral containers: every control on containers looks at all of them.</summary>
    public IReadOnlyList<PodSecurityContainer> Containers { get; }

    /// <summary>Whether <c>os.name</c> says windows. Three restricted controls do not hold for such pods from 1.25 on.</summary>
    public Truth IsWindows { get; }

    /// <summary>Whether <c>hostUsers</c> is false. Three controls do not hold for such pods from 1.35 on.</summary>
    public Truth HasUserNamespace { get; }

    /// <summary>The pod and its containers with their security contexts; a pod's context comes first.</summary>
    public IEnumerable<(string Label, DataCursor Context)> Contexts => Containers.Select(container => (container.Label, container.Context)).Prepend(("the pod", Context));

    /// <summary>The fix that adds to a container what the restricted level asks for and it lacks.</summary>
    public PodSecurityFix? Complete(PodSecurityContainer container)
    {
        if (!_completions.TryGetValue(container, out var fix))
        {
            _completions.Add(container, fix = RestrictedContext.For(this, container, _text));
        }

        return fix;
    }

    /// <summary>The fix that puts an item in front of a list.</summary>
    public PodSecurityFix? Prepend(DataCursor list, string item) => PodSecurityFix.Of($"Add {item}", ValueEdit.Prepend(list, item, _text));

    private static IEnumerable<PodSecurityContainer> Read(DataCursor list, string label, bool isEphemeral)
    {
        if (list.IsUnresolved)
        {
            yield return new PodSecurityContainer(list, $"a {label}", isEphemeral);
        }

        for (var i = 0; i < list.Count; i++)
        {
            var container = list.At(i);
            var name = container["name"];
            yield return new PodSecurityContainer(
                container,
                name.Text is { } text && !name.IsUnresolved ? $"{label} '{text}'" : $"{label} {i + 1}",
                isEphemeral);
        }
    }
}
