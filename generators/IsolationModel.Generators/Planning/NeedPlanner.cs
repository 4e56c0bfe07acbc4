using IsolationModel.Generators.Emission;
using IsolationModel.Generators.Naming;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Plans the typed parts of needs: threats, levels, scenarios, compatibility, Pod Security Standards, wishes; and decision trees.</summary>
internal sealed class NeedPlanner(MergedModel merged, ModelNames names)
{
    private const string Damaged = "Its entry in the model file has mistakes.";

    private readonly ModelDefinition _model = merged.Model;

    /// <summary>Plans the file.</summary>
    public WordsUnit Build(CodeHeader header) => new(header, new EquatableArray<WordClass>(
    [
        Needs(NeedKind.Level, "Levels", "SecurityLevel", "Level", "levels", "level:", "Security levels, weakest first: of several the strongest holds."),
        Needs(NeedKind.Threat, "Threats", "Threat", "Threat", "threats", "", "Threats that must be withstood."),
        Scenarios(),
        Compatibility(),
        .. _model.Needs.Where(need => need.Kind == NeedKind.PodSecurity).Select(PodSecurity),
        new WordClass(names.Prefix + "Goals", "Wishes: they rank technologies and rule none out.", default, Nested("Goals", _model.Goals, goal => goal.Id, Goal)),
        new WordClass(
            names.Prefix + "DecisionTrees", "Decision trees with their questions.", default, Nested("DecisionTrees", _model.DecisionTrees, tree => tree.Id, Tree)),
    ]));

    private WordClass Needs(NeedKind kind, string className, string type, string method, string section, string tokenPrefix, string documentation)
    {
        var needs = _model.Needs.Where(need => need.Kind == kind).OrderBy(need => need.Order).ThenBy(need => need.Id, StringComparer.Ordinal);
        return Class(className, documentation, needs.Select(need => new DocumentedId(need.Id, Documentation.Of(need))), section, type, method, tokenPrefix);
    }

    private WordClass Scenarios() => Class(
        "Scenarios",
        "Presets for kinds of business.",
        _model.Scenarios.Select(scenario => new DocumentedId(scenario.Id, Documentation.Of(scenario))),
        "scenarios",
        "Scenario",
        "Scenario",
        "scenario:");

    private WordClass Class(string className, string documentation, IEnumerable<DocumentedId> entries, string section, string type, string method, string tokenPrefix)
    {
        className = names.Prefix + className;
        var members = NameTable.OfMembers(className);
        var damaged = merged.Damaged.Where(entry => string.Equals(entry.Section, section, StringComparison.Ordinal)).Select(entry => new DocumentedId(entry.Id, Damaged));
        return new WordClass(
            className,
            documentation,
            entries.Concat(damaged).Select(entry => Need(members, entry.Id, tokenPrefix + entry.Id, type, Call(method, entry.Id), entry.Documentation)).ToEquatableArray(),
            default);
    }

    private WordClass Compatibility()
    {
        var className = names.Prefix + "Compatibility";
        var members = NameTable.OfMembers(className);
        var needs = _model.Needs.Where(need => need.Kind == NeedKind.Compatibility).ToList();
        return new WordClass(
            className,
            "What workloads use and what has to be there.",
            needs.Where(need => need.ParameterAttributeId is null)
                .Select(need => Need(members, need.Id, need.Id, "CompatibilityNeed", Call("Compatibility", need.Id, null), Documentation.Of(need)))
                .ToEquatableArray(),
            needs.Where(need => need.ParameterAttributeId is not null).Select(need => Completed(members, need)).ToEquatableArray());
    }

    private WordClass Completed(NameTable outer, NeedDefinition need)
    {
        var className = outer.Add(need.Id, Identifiers.Pascal(need.Id));
        var members = NameTable.OfMembers(className);
        var words = _model.Attributes.FirstOrDefault(attribute => string.Equals(attribute.Id, need.ParameterAttributeId, StringComparison.Ordinal))?.Vocabulary ?? default;
        return new WordClass(
            className,
            Documentation.Of(need),
            words.Select(word => Need(members, word, $"{need.Id}:{word}", "CompatibilityNeed", Call("Compatibility", need.Id, word), $"The word {word}.")).ToEquatableArray(),
            default);
    }

    private WordClass PodSecurity(NeedDefinition need)
    {
        var className = names.Prefix + Identifiers.Pascal(need.Id);
        var members = NameTable.OfMembers(className);
        return new WordClass(
            className,
            Documentation.Of(need),
            need.Choices.Select(choice => Need(members, choice, $"{need.Id}:{choice}", "PodSecurityStandard", Call("PodSecurity", need.Id, choice), $"The level {choice}.")).ToEquatableArray(),
            default);
    }

    private WordClass Goal(string className, GoalDefinition goal)
    {
        var members = NameTable.OfMembers(className);
        return new WordClass(
            className,
            goal.Name.English + ".",
            goal.Targets.Select(target => Member(members, target.Word, ("wish", $"{goal.Id}:{target.Word}"), "Wish", Call("Wish", goal.Id, target.Word), Documentation.Of(goal, target))).ToEquatableArray(),
            default);
    }

    private WordClass Tree(string className, DecisionTreeDefinition tree)
    {
        var members = NameTable.OfMembers(className, "Tree");
        return new WordClass(
            className,
            tree.Title.English,
            Evaluation.DecisionTreeEvaluator.Questions(tree)
                .Select(question => Member(members, question.Id, ("question", $"{tree.Id}/{question.Id}"), "TreeQuestion", Call("Question", tree.Id, question.Id), Documentation.Of(question)))
                .Concat([new MemberUnit("Tree", "DecisionTree", Call("DecisionTree", tree.Id), "The tree.") { EntryKind = "decision-tree", EntryId = tree.Id }])
                .ToEquatableArray(),
            default);
    }

    private EquatableArray<WordClass> Nested<T>(string outer, IEnumerable<T> items, Func<T, string> id, Func<string, T, WordClass> plan)
    {
        var table = NameTable.OfMembers(names.Prefix + outer);
        return items.Select(item => plan(table.Add(id(item), Identifiers.Pascal(id(item))), item)).ToEquatableArray();
    }

    /// <summary>A need, which tools know by the way in which descriptors write it.</summary>
    private static MemberUnit Need(NameTable members, string id, string token, string type, string code, string documentation) =>
        Member(members, id, ("need", token), type, code, documentation);

    private static MemberUnit Member(NameTable members, string id, (string Kind, string Id) entry, string type, string code, string documentation) =>
        new(members.Add(id, Identifiers.Pascal(id)), type, code, documentation) { EntryKind = entry.Kind, EntryId = entry.Id };

    private string Call(string method, params string?[] arguments) =>
        $"global::{ModelNames.BuiltInNamespace}.ModelData.{method}({string.Join(", ", arguments.Select(Literals.Of).Prepend(names.ModelCode))})";
}
