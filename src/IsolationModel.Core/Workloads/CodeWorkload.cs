using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>
/// A workload as C# code describes it. What the compiler reads out of source and what a running program holds both become one of these, and only here
/// does it become what the evaluator judges: so the two cannot disagree.
/// </summary>
public sealed record CodeWorkload
{
    /// <summary>What the workload is called in messages: the type by which code describes it.</summary>
    public const string Kind = "WorkloadDescriptor";

    private const string TechnologyField = "Technology";
    private const string RuntimeField = "Runtime";
    private const string Seccomp = "seccomp";

    /// <summary>Platforms whose runtimes have the names that <c>docker run --runtime</c> takes; all others take those of Kubernetes.</summary>
    private static readonly string[] DockerLike = ["docker", "podman"];

    /// <summary>Its name; where code computes it, the expression in braces.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is described: what is absent points there.</summary>
    public TextRange Range { get; init; }

    /// <summary>Id of the technology, or null where none is set.</summary>
    public CodeValue? Technology { get; init; }

    /// <summary>Name of the runtime, or null where none is set. A technology comes before it.</summary>
    public CodeValue? Runtime { get; init; }

    /// <summary>Id of the platform, or null where none is set.</summary>
    public CodeValue? Platform { get; init; }

    /// <summary>The settings; null where nothing is said of any, so that the technology is judged as such.</summary>
    public WorkloadContainer? Settings { get; init; }

    /// <summary>What is known of the nodes.</summary>
    public IReadOnlyList<NodeFactDeclaration> NodeFacts { get; init; } = [];

    /// <summary>Whether code computes needs that no compiler can tell.</summary>
    public bool HasOpenNeeds { get; init; }

    /// <summary>The needs that are written as text.</summary>
    public IReadOnlyList<NeedDeclaration> Needs { get; init; } = [];

    /// <summary>The needs that code makes of conditions and wishes, for which text may have no words.</summary>
    public CodeNeeds CodeNeeds { get; init; } = CodeNeeds.None;

    /// <summary>Judges the workload by itself, as a running program does, which has no files.</summary>
    public EvaluationResult Evaluate(ModelIndex model)
    {
        var file = new DescriptorFile { Path = string.Empty, Lines = LineMap.Empty, IsDescriptor = true, DocumentCount = 1, Workloads = [ToWorkload()] };
        return Evaluator.Evaluate(model, [file], []);
    }

    /// <summary>The workload as the evaluator takes it.</summary>
    public Workload ToWorkload() =>
        new(Platform?.Text ?? string.Empty, Kind, null, Name, Range, Reference(), Settings is null ? [] : [WithDefaults(Settings)], Needs)
        {
            CodeNeeds = CodeNeeds,
            HasOpenNeeds = HasOpenNeeds,
            Flaws = Flaws(),
            NodeFacts = NodeFacts,
            // Its settings are those that act on a boundary, not the whole of a pod.
            ShowsPod = false,
            HiddenBecause = "a WorkloadDescriptor holds no pod spec",
        };

    private IReadOnlyList<DescriptorFlaw> Flaws() => Technology is not null && Runtime is { } runtime
        ? [new DescriptorFlaw(FlawKind.NoEffect, "Runtime", "Technology is set and comes before it; remove one of them", runtime.Range)]
        : [];

    private RuntimeReference Reference() => this switch
    {
        { Technology: { Text: { } id } technology } => Named(technology, RuntimeNameKind.RuntimeClass, TechnologyField) with { TechnologyId = id },
        { Technology: { } technology } => Unresolved(technology, TechnologyField, NotConstant(TechnologyField, technology)),
        { Runtime: { Text: "" } empty } => Unresolved(empty, RuntimeField, "Runtime is empty, which names no runtime; name one, or leave it out for the default of the platform"),
        { Runtime: { Text: not null } runtime, Platform: { Text: null } platform } =>
            Unresolved(runtime, RuntimeField, $"Platform '{platform.Expression}' is no constant, and it decides what the name '{runtime.Text}' means"),
        { Runtime: { Text: not null } runtime } => Named(runtime, NameKind, RuntimeField),
        { Runtime: { } runtime } => Unresolved(runtime, RuntimeField, NotConstant(RuntimeField, runtime)),
        { Platform: { Text: not null } } => new RuntimeReference(RuntimeReferenceState.Absent, NameKind, string.Empty, Range, TechnologyField),
        { Platform: { } platform } => Unresolved(platform, "Platform", NotConstant("Platform", platform)),
        _ => Unresolved(new CodeValue(null, Range), TechnologyField, "none of Technology, Runtime and Platform is set; set one of them"),
    };

    /// <summary>Docker and Podman give a container that names no seccomp profile their own; a pod has none unless its node gives it one.</summary>
    private WorkloadContainer WithDefaults(WorkloadContainer container) => IsOfEngine && container.Find(Seccomp) is null
        ? container with { Settings = [.. container.Settings, SettingFact.Choice(Seccomp, "RuntimeDefault", container.Range) with { IsDefault = true }] }
        : container;

    private bool IsOfEngine => Platform?.Text is { } id && Array.IndexOf(DockerLike, id) >= 0;

    private RuntimeNameKind NameKind => IsOfEngine ? RuntimeNameKind.DockerRuntime : RuntimeNameKind.RuntimeClass;

    private static RuntimeReference Named(CodeValue value, RuntimeNameKind kind, string field) =>
        new(RuntimeReferenceState.Named, kind, value.Text!, value.Range, field);

    private static RuntimeReference Unresolved(CodeValue value, string field, string reason) =>
        new(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeClass, value.Text ?? value.Expression, value.Range, field) { Reason = reason };

    private static string NotConstant(string field, CodeValue value) =>
        $"{field} '{value.Expression}' is no constant, so only the running program can tell; call Evaluate() there, or set a member of the model";
}
