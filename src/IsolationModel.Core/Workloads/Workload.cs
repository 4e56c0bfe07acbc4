using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Fixes;
using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>Something that a descriptor starts, the same for every format.</summary>
/// <param name="PlatformId">The platform of the model that starts it.</param>
/// <param name="Kind">What the format calls it (<c>Deployment</c>).</param>
/// <param name="Namespace">Its namespace, or null where the descriptor leaves it open.</param>
/// <param name="Name">Its name; <c>prefix*</c> where the platform completes it; empty where there is none.</param>
/// <param name="Range">Where it is named; its kind where it has no name.</param>
/// <param name="Runtime">How it picks its runtime.</param>
/// <param name="Containers">Its containers of every sort; the weakest decides.</param>
/// <param name="Needs">The needs that it declares itself.</param>
public sealed record Workload(
    string PlatformId,
    string Kind,
    string? Namespace,
    string Name,
    TextRange Range,
    RuntimeReference Runtime,
    IReadOnlyList<WorkloadContainer> Containers,
    IReadOnlyList<NeedDeclaration> Needs)
{
    /// <summary>Needs that it declares in other ways than as text, as code does.</summary>
    public CodeNeeds CodeNeeds { get; init; } = CodeNeeds.None;

    /// <summary>Whether it declares needs that cannot be told from the text.</summary>
    public bool HasOpenNeeds { get; init; }

    /// <summary>What it vouches for on its nodes itself, as code does; an overlay's word comes behind it.</summary>
    public IReadOnlyList<NodeFactDeclaration> NodeFacts { get; init; } = [];

    /// <summary>Its labels: those of the object, and those of its pod template, which win.</summary>
    public IReadOnlyList<LabelMatch> Labels { get; init; } = [];

    /// <summary>Where its descriptor takes the name of a runtime class; null where it takes none, or cannot be edited.</summary>
    public NamePlace? RuntimeClassPlace { get; init; }

    /// <summary>Everything in its pod that some version of the Pod Security Standards forbids; empty where the format knows no pods.</summary>
    public IReadOnlyList<PodSecurityViolation> PodSecurity { get; init; } = [];

    /// <summary>Whether the descriptor shows the pod itself; where an operator makes it, nothing of its settings is shown.</summary>
    public bool ShowsPod { get; init; } = true;

    /// <summary>Why the pod is not shown, where it is not; reads behind "but".</summary>
    public string HiddenBecause { get; init; } = "its pods are made by a controller from fields that are no pod spec";

    /// <summary>What its platform treats differently from what the descriptor's author means, in document order.</summary>
    public IReadOnlyList<DescriptorFlaw> Flaws { get; init; } = [];

    /// <summary>Where it may be scheduled.</summary>
    public PodPlacement Placement { get; init; } = PodPlacement.None;

    /// <summary>Whether its kind is not known, so that its pods were found by their shape alone.</summary>
    public bool IsFoundByShape { get; init; }

    /// <summary>
    /// The object whose pods these are, or null where they are its own. Where that object is in the run, the pods are judged there, with the
    /// needs of both.
    /// </summary>
    public ObjectReference? PodsOf { get; init; }

    /// <summary>Which of the pods of its object it is; null where the object makes pods of one sort only.</summary>
    public string? Part { get; init; }

    /// <summary>
    /// Where it says what holds only while a developer's tool starts it, and is dropped from what that tool publishes; null where all of it holds
    /// everywhere.
    /// </summary>
    public TextRange? RunMode { get; init; }

    /// <summary>The namespace of a cluster that it is in; null where that is left open, or where it has only a project of an engine.</summary>
    internal string? ClusterNamespace => EngineRuntime.KindsOf(PlatformId) is null ? Namespace : null;

    /// <summary>The object that it stands for.</summary>
    public ObjectReference Object => new(Kind, Namespace, Name);

    /// <summary>What renders it out of other files (a kustomization), for people; null where it is deployed as it stands.</summary>
    public string? Rendering { get; init; }

    /// <summary>Whether it is only the source of renderings, which are judged in its place.</summary>
    public bool IsRendered { get; init; }

    /// <summary>What belongs to its description and is not among the files of the run, so that more may hold than is known.</summary>
    public IReadOnlyList<DescriptionGap> Gaps { get; init; } = [];

    /// <summary>Places that explain how its description came about.</summary>
    public IReadOnlyList<RelatedLocation> Origins { get; init; } = [];

    /// <summary>The files that it is made of beside the one that holds it.</summary>
    public IReadOnlyList<string> SourceFiles { get; init; } = [];

    /// <summary>
    /// <c>kind namespace/name</c>, with the part in parentheses, for people; with what renders it, since the same object may be rendered in several
    /// ways.
    /// </summary>
    public string DisplayName
    {
        get
        {
            // What code makes often has no name before it runs.
            var name = Name.Length == 0 ? Kind : Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
            name = Part is null ? name : $"{name} ({Part})";
            return Rendering is null ? name : $"{name} of {Rendering}";
        }
    }
}
