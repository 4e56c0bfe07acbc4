using System.Globalization;
using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>An entry of a model with its properties as texts, so that two of them can be told apart for people.</summary>
/// <param name="Section">The section.</param>
/// <param name="Id">The id.</param>
/// <param name="Whole">The entry itself: what decides whether two are the same.</param>
internal sealed record ModelContent(string Section, string Id, object Whole)
{
    /// <summary>The properties that have a text. What a text would not make clearer is compared, but not spelt out.</summary>
    public SortedDictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Every entry of a model.</summary>
    public static IEnumerable<ModelContent> Of(ModelIndex model) => Catalogue(model).Concat(Vocabulary(model.Definition)).Concat(Policy(model.Definition));

    private static IEnumerable<ModelContent> Catalogue(ModelIndex model)
    {
        var definition = model.Definition;
        foreach (var entry in definition.Entries)
        {
            var section = entry.EntryKind switch
            {
                EntryKind.Technology => "technologies",
                EntryKind.Platform => "platforms",
                EntryKind.Mechanism => "mechanisms",
                EntryKind.Control => "controls",
                _ => "hardware",
            };
            var content = new ModelContent(section, entry.Id, entry)
                .With("name", entry.Name.English)
                .With("aliases", Join(entry.Aliases))
                .With("summary", entry.Summary)
                .With("families", Join(entry.Families))
                .With("status", entry.Status is { } status ? $"{status.State.ToString().ToLowerInvariant()}{(status.Note is null ? string.Empty : $" ({status.Note})")}" : null)
                .With("relations", Join(entry.Relations.Select(relation => $"{relation.Relation} {relation.Target}")))
                .With("facts", Join(entry.Facts.Select(fact => $"{fact.Topic}: {fact.Text}")))
                .With("figures", Join(entry.Figures.Select(figure => $"{figure.Metric} {figure.Value}")));
            switch (entry)
            {
                case TechnologyDefinition technology:
                    yield return content.With("kind", technology.Kind).With("mechanism", technology.MechanismId).With("order", Number(technology.Order)).With(model, technology.Values);
                    break;
                case PlatformDefinition platform:
                    yield return content.With("defaultTechnology", platform.DefaultTechnologyId).With("require", Join(platform.Requirements.Select(Describe))).With(model, platform.Values);
                    break;
                default:
                    yield return content;
                    break;
            }
        }

        foreach (var family in definition.Families)
        {
            yield return new ModelContent("families", family.Id, family)
                .With("name", family.Name.English)
                .With("definition", family.Definition)
                .With("fits", Join(family.Fits.Select(fit => fit.Text)))
                .With(model, family.Values);
        }
    }

    private static IEnumerable<ModelContent> Vocabulary(ModelDefinition model) => model.Attributes
        .Select(attribute => new ModelContent("attributes", attribute.Id, attribute).With("definition", attribute.Definition).With("vocabulary", Join(attribute.Vocabulary)))
        .Concat(model.Scales.Select(scale => new ModelContent("scales", scale.Id, scale).With("levels", Join(scale.Levels.Select(level => level.Id)))))
        .Concat(model.Sources.Select(source => new ModelContent("sources", source.Id, source).With("title", source.Title).With("url", source.Url).With("asOf", source.AsOf)))
        .Concat(model.Settings.Select(setting => new ModelContent("settings", setting.Id, setting).With("definition", setting.Definition).With("words", Join(setting.Words))))
        .Concat(model.PathLists.Select(list => new ModelContent("paths", list.Id, list).With("paths", Join(list.Entries.Select(entry => entry.Except.Count == 0 ? entry.Path : $"{entry.Path} except {string.Join(" and ", entry.Except)}")))))
        .Concat(model.NodeFacts.Select(fact => new ModelContent("nodeFacts", fact.Id, fact).With("definition", fact.Definition)))
        .Concat(model.Weakenings.Select(weakening => new ModelContent("weakenings", weakening.Id, weakening)
            .With("title", weakening.Title)
            .With("require", Join(weakening.Requirements.Select(Describe)))
            .With("effects", Join(weakening.Effects.Select(effect => $"{effect.Target} {effect.Kind.ToString().ToLowerInvariant()}: {effect.Why}")))));

    private static IEnumerable<ModelContent> Policy(ModelDefinition model) => model.Needs
        .Select(need => new ModelContent("needs", need.Id, need).With("require", Join(need.Constraints.Select(Describe))).With("rationale", need.Rationale))
        .Concat(model.Goals.Select(goal => new ModelContent("goals", goal.Id, goal).With("targets", Join(goal.Targets.Select(target => $"{target.Word} = {Number(target.Grade)}")))))
        .Concat(model.Scenarios.Select(scenario => new ModelContent("scenarios", scenario.Id, scenario)
            .With("level", scenario.LevelId)
            .With("goals", Join(scenario.Goals.Select(goal => $"{goal.GoalId} = {goal.Word}")))
            .With("needs", Join(scenario.NeedTokens))
            .With("require", Join(scenario.Constraints.Select(Describe)))
            .With("expect", scenario.Expectation is null ? null : Join(scenario.Expectation.TechnologyIds))
            .With("note", scenario.Note)))
        .Concat(model.DecisionTrees.Select(tree => new ModelContent("decisionTrees", tree.Id, tree)
            .With("questions", Join(DecisionTreeEvaluator.Questions(tree).Select(question => $"{question.Id}: {question.Recommendation.Text.English}")))))
        .Concat(model.Scoring.Weights.Select(weight => new ModelContent("weights", weight.AttributeId, weight).With("weight", Number(weight.Weight))))
        .Concat(model.Scoring.Grades.Select(grade => new ModelContent("grades", grade.AttributeId, grade).With("limits", Join([grade.Three.Limit.ToString(), grade.Two.Limit.ToString(), grade.One.Limit.ToString()]))))
        .Concat(model.RuntimeNames.Select(name => new ModelContent("names", $"{name.Kind}/{name.Name}", name).With("technology", name.TechnologyId).With("note", name.Note)))
        .Concat(model.NeedSpellings.Select(spelling => new ModelContent("needSpellings", $"{spelling.Key}={spelling.Value}", spelling).With("need", spelling.NeedId)))
        .Concat(model.NodeDeclarations.Select(fact => new ModelContent("nodes", fact.FactId, fact).With("holds", fact.Holds ? "true" : "false")))
        .Concat(model.Forbidden.Select(ban => new ModelContent("forbidden", ban.TechnologyId, ban).With("reason", ban.Reason).With("until", ban.Until).With("except", Join(ban.ExceptScenarioIds))))
        .Concat(model.WorkloadNeeds.Select(rule => new ModelContent("workloads", rule.Id, rule).With("needs", Join(rule.NeedTokens)).With("level", rule.LevelId).With("scenario", rule.ScenarioId)))
        .Concat(model.PodSecurityExemptions.Select(exemption => new ModelContent("podSecurityExemptions", exemption.Id, exemption).With("reason", exemption.Reason).With("runtimeClasses", Join(exemption.RuntimeClasses)).With("namespaces", Join(exemption.Namespaces))))
        .Concat(model.Locks.Select(locked => new ModelContent("locked", locked.Pointer, locked).With("by", locked.ModelId)));

    private ModelContent With(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Properties[name] = text!;
        }

        return this;
    }

    private ModelContent With(ModelIndex model, IEnumerable<AttributeValue> values)
    {
        foreach (var value in values)
        {
            var typical = value.Typical is null ? string.Empty : $", typical {value.Typical.Text}";
            var condition = value.Condition is null ? string.Empty : $", with {value.Condition}";
            var sources = value.SourceIds.Count == 0 ? string.Empty : $" (source: {Join(value.SourceIds)})";
            With($"values.{value.AttributeId}", $"{ValueText.Of(model, value.AttributeId, value.Value)}{typical}{condition}{sources}");
            With($"values.{value.AttributeId}.note", value.Note);
            With($"values.{value.AttributeId}.contested", value.Contested);
            With($"values.{value.AttributeId}.claim", value.Claim?.Text);
        }

        return this;
    }

    private static string Describe(Constraint constraint) => constraint.Text;

    private static string Join(IEnumerable<string> texts) => string.Join(", ", texts);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
