using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>What a setting does to a boundary, in words.</summary>
internal static class EffectText
{
    /// <summary><c>at most none</c>, <c>at most shared-kernel or hardened-kernel: the node decides</c>.</summary>
    public static string Of(ScaleDefinition scale, BoundaryEffect effect)
    {
        var levels = scale.Levels;
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
}
