using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>What the editor shows of the model's entries.</summary>
internal static class Documentation
{
    /// <summary>A value with all that is known of it.</summary>
    public static string Of(AttributeValue value, ScaleDefinition? scale, Func<string, string> titleOf)
    {
        var text = ValueText.Of(scale, value.Value);
        text += value.Typical is { } typical ? $", typical {typical.Text}" : string.Empty;
        text += value.SourceIds.Count > 0 ? $" ({string.Join("; ", value.SourceIds.Select(titleOf))}{(value.AsOf is null ? string.Empty : ", " + value.AsOf)})" : string.Empty;
        var claim = value.Claim is { } said ? $"Claim of {said.SourceId}: \"{said.Text}\" ({ValueText.Of(scale, said.Value)})" : null;
        return Sentences(text, value.Condition is null ? null : "Condition: " + value.Condition, value.Note, claim);
    }

    /// <summary>What kind of thing a technology is.</summary>
    public static string Of(TechnologyDefinition technology, string mechanism) => Sentences(
        "Kind: " + technology.Kind,
        technology.Families.Count == 0 ? null : "Families: " + string.Join(", ", technology.Families),
        "Mechanism: " + mechanism,
        technology.Aliases.Count == 0 ? null : "Also known as " + string.Join(", ", technology.Aliases));

    /// <summary>What an attribute means.</summary>
    public static string Of(AttributeDefinition attribute) => Sentences(
        $"{attribute.Name.English}: {attribute.Definition}",
        attribute.Unit is null ? null : "Shown in " + attribute.Unit,
        attribute.NeedToken is null ? null : $"In needs: '{attribute.NeedToken}'",
        attribute.Vocabulary.Count == 0 ? null : "Words: " + string.Join(", ", attribute.Vocabulary));

    /// <summary>What a scale orders.</summary>
    public static string Of(ScaleDefinition scale) => Sentences($"{scale.Name.English}: levels of a scale, weakest first", scale.Definition);

    /// <summary>What decides whether something is on a level.</summary>
    public static string Of(ScaleLevel level) => Sentences($"{level.Name.English}: {level.Definition}");

    /// <summary>What a need requires and why.</summary>
    public static string Of(NeedDefinition need) => Sentences(
        $"{need.Name.English}: {need.Rationale}", "Requires " + string.Join(" and ", need.Constraints.Select(constraint => constraint.Text)));

    /// <summary>Sentences, each with its final period once.</summary>
    private static string Sentences(params string?[] parts) =>
        string.Join(" ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim().TrimEnd('.') + "."));
}
