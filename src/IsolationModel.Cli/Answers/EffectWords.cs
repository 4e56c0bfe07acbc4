using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>The words for what a setting does to a boundary.</summary>
internal static class EffectWords
{
    /// <summary>What an effect does to the boundary: <c>at most none</c>.</summary>
    public static string Of(ModelIndex model, BoundaryEffect effect)
    {
        var levels = model.BoundaryScale.Levels;
        return effect.Effect.Kind switch
        {
            EffectKind.Cap => $"at most {levels[effect.Effect.High].Id}",
            EffectKind.Raise => $"raises a shared kernel to {levels[effect.Effect.High].Id}",
            EffectKind.Range when effect.Low == effect.High => $"at most {levels[effect.High].Id}",
            EffectKind.Range => $"at most {levels[effect.Low].Id} or {levels[effect.High].Id}: the node decides",
            EffectKind.Ignored => "no effect",
            EffectKind.Unsupported => "refused",
            _ => "worth knowing",
        };
    }

    /// <summary>How an effect stands out.</summary>
    public static Tone ToneOf(EffectKind kind) => kind switch
    {
        EffectKind.Cap or EffectKind.Unsupported => Tone.Bad,
        EffectKind.Range => Tone.Doubtful,
        EffectKind.Raise => Tone.Good,
        _ => Tone.Faint,
    };
}
