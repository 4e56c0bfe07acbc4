using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>What a setting, or a combination of settings, does to a boundary.</summary>
public sealed class SettingEffect
{
    private readonly BoundaryEffect _effect;
    private readonly string? _open;

    internal SettingEffect(Model model, ModelIndex index, BoundaryEffect effect)
    {
        _effect = effect;
        _open = effect.Low == effect.High ? null : effect.Effect.DecidedBy ?? (effect.Effect.FactId is { } fact ? index.NodeFact(fact)?.SetBy : null);
        Source = effect.Effect.SourceId is { } id ? model.FindSource(id) : null;
    }

    /// <summary>Id of the weakening in the model.</summary>
    public string Id => _effect.Weakening.Id;

    /// <summary>The settings, such as <c>privileged: true</c>.</summary>
    public string Title => _effect.Weakening.Title;

    /// <summary>What happens.</summary>
    public EffectKind Kind => _effect.Effect.Kind;

    /// <summary>Why it has this effect.</summary>
    public string Why => _effect.Effect.Why;

    /// <summary>What on the node decides a range that nobody vouches for; null otherwise.</summary>
    public string? DecidedBy => _open;

    /// <summary>Where it is documented, or null.</summary>
    public ModelSource? Source { get; }

    /// <summary>Whether it limits, raises or refuses.</summary>
    internal bool IsDecisive => Kind is EffectKind.Cap or EffectKind.Raise or EffectKind.Range or EffectKind.Unsupported;

    /// <summary>The settings, why, and what is left open.</summary>
    public override string ToString() => _open is null ? $"{Title}: {Trim(Why)}" : $"{Title}: {Trim(Why)}; decided by {Trim(_open)}";

    private static string Trim(string text) => text.TrimEnd('.');
}
