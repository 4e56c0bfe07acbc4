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

    /// <summary>What kind of thing a technology is, and what to beware of.</summary>
    public static string Of(TechnologyDefinition technology, string mechanism) => Sentences(
        technology.Stack is { } stack ? $"Kind: {technology.Kind} of {stack.PlatformId} and {stack.RuntimeId}{(stack.EngineId is null ? string.Empty : " with " + stack.EngineId)}" : "Kind: " + technology.Kind,
        technology.Families.Count == 0 ? null : "Families: " + string.Join(", ", technology.Families),
        "Mechanism: " + mechanism,
        technology.Aliases.Count == 0 ? null : "Also known as " + string.Join(", ", technology.Aliases),
        Of(technology.Status),
        Caveats(technology));

    /// <summary>What an entry of the catalogue is.</summary>
    public static string Of(CatalogEntryDefinition entry) => Sentences($"{entry.Name.English}: {entry.Summary}", Of(entry.Status), Caveats(entry));

    /// <summary>What a family is.</summary>
    public static string Of(FamilyDefinition family) => Sentences($"{family.Name.English}: {family.Definition}");

    /// <summary>What a scenario asks for.</summary>
    public static string Of(ScenarioDefinition scenario) => Sentences(
        $"{scenario.Name.English}: level {scenario.LevelId}",
        scenario.Goals.Count == 0 ? null : "Wishes " + string.Join(", ", scenario.Goals.Select(goal => $"{goal.GoalId}:{goal.Word}")),
        scenario.NeedTokens.Count == 0 ? null : "Needs " + string.Join(", ", scenario.NeedTokens),
        scenario.Constraints.Count == 0 ? null : "Requires " + string.Join(" and ", scenario.Constraints.Select(constraint => constraint.Text)),
        scenario.Note);

    /// <summary>What a wish aims at.</summary>
    public static string Of(GoalDefinition goal, GoalTarget target) =>
        Sentences($"{goal.Name.English}, {target.Word}: grade {target.Grade} of 3 in {goal.AttributeId}", goal.Rationale);

    /// <summary>What a question asks, and what a yes means.</summary>
    public static string Of(DecisionQuestion question) => Sentences(
        question.Ask.English, question.Means.Count == 0 ? null : "A yes means " + string.Join(" and ", question.Means.Select(constraint => constraint.Text)));

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
        $"{need.Name.English}: {need.Rationale}", need.Constraints.Count == 0 ? null : "Requires " + string.Join(" and ", need.Constraints.Select(constraint => constraint.Text)));

    private static string? Of(EntryStatus? status) => status is null or { State: EntryState.Active } ? null : Sentences($"Status: {status.State}", status.Note);

    /// <summary>Known limitations.</summary>
    private static string? Caveats(CatalogEntryDefinition entry)
    {
        var limitations = entry.Facts.Where(static fact => fact.Topic is "limitation").Select(static fact => fact.Text).ToList();
        return limitations.Count == 0 ? null : "Caveats: " + string.Join(" ", limitations);
    }

    /// <summary>Sentences, each with its final period once.</summary>
    private static string Sentences(params string?[] parts) =>
        string.Join(" ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim().TrimEnd('.') + "."));
}
