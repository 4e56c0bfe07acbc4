using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>Values as people read them.</summary>
public static class ValueText
{
    /// <summary>A range of boundary levels: <c>hardware-vm</c> or <c>none..hardware-vm</c>.</summary>
    public static string Levels(ScaleDefinition scale, OrdinalInterval interval) =>
        interval.IsExact ? scale.Levels[interval.Low].Id : $"{scale.Levels[interval.Low].Id}..{scale.Levels[interval.High].Id}";

    /// <summary>A value of any kind.</summary>
    public static string Of(ModelIndex model, string attributeId, ValueInterval? value) => Of(Scale(model, attributeId), value);

    /// <summary>A value of any kind, for those who have no whole model at hand.</summary>
    /// <param name="scale">The scale of the value's attribute; null for other kinds.</param>
    /// <param name="value">The value; null where the model says nothing.</param>
    public static string Of(ScaleDefinition? scale, ValueInterval? value) => value switch
    {
        null or UnknownInterval => "unknown",
        QuantityInterval quantity => quantity.Text,
        SetInterval set => set.Has.Count + set.Maybe.Count == 0 ? "nothing" : string.Join(", ", set.Has.Concat(set.Maybe.Select(item => $"maybe {item}"))),
        OrdinalInterval levels when scale is not null => Levels(scale, levels),
        OrdinalInterval { IsExact: false } => "configurable",
        OrdinalInterval { Low: 1 } => "yes",
        _ => "no",
    };

    /// <summary>A value with its condition and its first source, estimates last: <c>shared-kernel (source: NIST SP 800-190)</c>.</summary>
    public static string WithSource(ModelIndex model, string attributeId, AttributeValue? value)
    {
        var text = Of(model, attributeId, value?.Value);
        var source = value?.SourceIds.Select(model.Source).OfType<SourceDefinition>().OrderBy(candidate => candidate.Kind == SourceKind.Estimate).FirstOrDefault()?.Title;
        var condition = value?.Condition is { } words ? $" with {words}" : string.Empty;
        return source is null ? text + condition : $"{text}{condition} (source: {source})";
    }

    private static ScaleDefinition? Scale(ModelIndex model, string attributeId) =>
        model.Attribute(attributeId)?.ScaleId is { } id ? model.Definition.Scales.First(scale => string.Equals(scale.Id, id, StringComparison.Ordinal)) : null;
}
