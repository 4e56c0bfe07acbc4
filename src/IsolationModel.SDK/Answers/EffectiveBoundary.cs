using IsolationModel.Evaluation;

namespace IsolationModel;

/// <summary>What settings leave of a technology's boundary, and why.</summary>
public sealed class EffectiveBoundary
{
    private EffectiveBoundary(Technology technology, ScaleValue<Boundary> boundary, IReadOnlyList<SettingEffect> effects) =>
        (Technology, Boundary, Effects) = (technology, boundary, effects);

    /// <summary>The technology.</summary>
    public Technology Technology { get; }

    /// <summary>The technology's own boundary.</summary>
    public ScaleValue<Boundary> Base => Technology.Boundary;

    /// <summary>What is left of it.</summary>
    public ScaleValue<Boundary> Boundary { get; }

    /// <summary>What the settings do, also what leaves the level as it is.</summary>
    public IReadOnlyList<SettingEffect> Effects { get; }

    /// <summary>Why the boundary is what it is: the effects that limit, raise or refuse, in words.</summary>
    public string Why => Effects.Where(effect => effect.IsDecisive).Select(effect => effect.ToString()).ToList() is { Count: > 0 } reasons
        ? string.Join("; ", reasons)
        : "no setting acts on it";

    /// <summary>The boundary, such as <c>none..hardware-vm</c>.</summary>
    public override string ToString() => Boundary.ToString();

    internal static EffectiveBoundary Of(Technology technology, PodSettings settings)
    {
        var index = settings.On(technology.Model.Index);
        var isolation = EffectiveIsolation.Of(index, technology.Definition, [settings.ToContainer()]);
        return Of(technology, index, isolation);
    }

    internal static EffectiveBoundary Of(Technology technology, ModelIndex index, EffectiveIsolation isolation)
    {
        var own = technology.Boundary;
        var left = own.Definition with { Value = isolation.Effective ?? own.Definition.Value };
        return new EffectiveBoundary(
            technology,
            (ScaleValue<Boundary>)own.Attribute.Bind(left, own.Sources),
            [.. isolation.Effects.Select(effect => new SettingEffect(technology.Model, index, effect))]);
    }
}
