using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel;

/// <summary>
/// A workload in code: what runs it, where, under which settings, and what it needs. The compiler judges what is constant of it, by the same rules and
/// in the same words as <see cref="Evaluate()"/> does at run time.
/// </summary>
/// <example>
/// <code>
/// var payments = new WorkloadDescriptor("payments")
/// {
///     Technology = Technologies.Docker,
///     Platform = Platforms.Kubernetes,
///     Needs = Need.Of(Threats.UntrustedCode),
///     Settings = new PodSettings { Privileged = true },
/// };
/// </code>
/// </example>
/// <param name="name">Its name, for messages.</param>
public sealed class WorkloadDescriptor(string name)
{
    /// <summary>Its name, for messages.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>What runs it; null where <see cref="Runtime"/> says it, or the platform's default does.</summary>
    public Technology? Technology { get; set; }

    /// <summary>
    /// What runs it, by the name that descriptors use: a RuntimeClass of Kubernetes, or what <c>docker run --runtime</c> takes where the platform is
    /// Docker or Podman. A name proves little; <see cref="Technology"/> comes before it.
    /// </summary>
    public string? Runtime { get; set; }

    /// <summary>What starts it: only what this platform can pick is proposed instead. Null where that is open.</summary>
    public Platform? Platform { get; set; }

    /// <summary>What it needs; null for nothing. Settings and a platform that the need brings along count where the descriptor has none.</summary>
    public Need? Needs { get; set; }

    /// <summary>The settings of its container; null where nothing is said of any, so that the technology is judged as such.</summary>
    public PodSettings? Settings { get; set; }

    /// <summary>Judges it by the model to which its parts belong: that of an overlay where one does, and the built-in one otherwise.</summary>
    /// <exception cref="InvalidOperationException">Its parts belong to different overlays.</exception>
    public WorkloadVerdict Evaluate()
    {
        var parts = NeedParts.None;
        parts = Technology is null ? parts : parts.In(Technology.Model);
        parts = Platform is null ? parts : parts.In(Platform.Model);
        return Evaluate(Needs is null ? parts.Model : parts.In(Needs.Model).Model);
    }

    /// <summary>Judges it by a model. What the model does not know is told as a finding.</summary>
    /// <exception cref="InvalidOperationException">A condition of the needs is on an attribute that the model does not have.</exception>
    public WorkloadVerdict Evaluate(Model model)
    {
        var result = ToWorkload(model ?? throw new ArgumentNullException(nameof(model))).Evaluate(model.Index);
        return new WorkloadVerdict(model, result.Workloads[0], result.Findings);
    }

    /// <summary>The name.</summary>
    public override string ToString() => $"{CodeWorkload.Kind} {Name}";

    /// <summary>What the evaluator judges. Each value has a place of its own behind those of the settings, as it has in a file.</summary>
    private CodeWorkload ToWorkload(Model model)
    {
        var settings = Settings ?? Needs?.Parts.Settings;
        var workload = new CodeWorkload
        {
            Name = Name,
            Range = Place(0),
            Technology = Technology is null ? null : new CodeValue(Technology.Id, Place(1)),
            Runtime = Runtime is null ? null : new CodeValue(Runtime, Place(2)),
            Platform = (Platform?.Id ?? Needs?.Parts.PlatformId) is { } platform ? new CodeValue(platform, Place(3)) : null,
            Settings = settings?.ToContainer(),
            NodeFacts = settings?.NodeDeclarations ?? [],
        };
        return Needs is null ? workload : workload with
        {
            Needs = [.. Needs.Parts.Tokens.Select(token => NeedDeclaration.ForRun(NeedCarrier.Needs, token) with { Scope = NeedScope.Template })],
            CodeNeeds = Needs.Parts.ToCodeNeeds(model),
        };
    }

    /// <summary>Settings have their places at the front; no descriptor has so many.</summary>
    private static TextRange Place(int index) => new(int.MaxValue - 8 + index, 0);
}
