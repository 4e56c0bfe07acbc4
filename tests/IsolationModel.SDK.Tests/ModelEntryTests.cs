using System.Reflection;

namespace IsolationModel.SDK.Tests;

/// <summary>Typed members say which entry of the model they stand for: tools read that instead of guessing from names.</summary>
public sealed class ModelEntryTests
{
    private static readonly IReadOnlyList<(MemberInfo Member, ModelEntryAttribute Entry)> Marked =
    [
        .. from type in typeof(Model).Assembly.GetExportedTypes()
           from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let entry = member.GetCustomAttribute<ModelEntryAttribute>()
           where entry is not null
           select (member, entry),
    ];

    public static TheoryData<string, Func<object, string>, int> Kinds() => new()
    {
        { "technology", static value => ((Technology)value).Id, Model.BuiltIn.Technologies.Count },
        { "platform", static value => ((Platform)value).Id, Model.BuiltIn.Platforms.Count },
        { "mechanism", static value => ((Mechanism)value).Id, Model.BuiltIn.Mechanisms.Count },
        { "control", static value => ((Control)value).Id, Model.BuiltIn.Controls.Count },
        { "hardware", static value => ((HardwareComponent)value).Id, Model.BuiltIn.HardwareComponents.Count },
        { "family", static value => ((Family)value).Id, Model.BuiltIn.Families.Count },
        { "need", static value => ((NeedTerm)value).Token, Evaluation.NeedSet.TokensOf(Model.BuiltIn.Index).Count() },
        { "wish", static value => ((Wish)value).ToString(), Model.BuiltIn.Index.Definition.Goals.Sum(goal => goal.Targets.Count) },
        { "attribute", static value => ((AttributeKey)value).Id, Model.BuiltIn.Index.Definition.Attributes.Count },
        { "decision-tree", static value => ((DecisionTree)value).Id, Model.BuiltIn.DecisionTrees.Count },
        { "question", static value => $"{((TreeQuestion)value).TreeId}/{((TreeQuestion)value).Id}", Model.BuiltIn.DecisionTrees.Sum(tree => tree.Questions.Count) },
    };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Every_entry_has_a_member_that_says_what_it_is(string kind, Func<object, string> id, int count)
    {
        var marked = Marked.Where(entry => entry.Entry.Kind == kind).ToList();
        Assert.Equal(count, marked.Count);
        Assert.All(marked, entry => Assert.Equal(entry.Entry.Id, id(((PropertyInfo)entry.Member).GetValue(null)!)));
    }

    [Fact]
    public void Settings_and_node_facts_say_which_they_are()
    {
        var definition = Model.BuiltIn.Index.Definition;
        Assert.Equal(definition.Settings.Select(setting => setting.Id).Order(StringComparer.Ordinal), Ids("setting"));
        Assert.Equal(definition.NodeFacts.Select(fact => fact.Id).Order(StringComparer.Ordinal), Ids("node-fact"));
        Assert.Equal(definition.Settings.SelectMany(setting => setting.Choices).Order(StringComparer.Ordinal), Ids("choice"));
        Assert.Equal(Model.BuiltIn.Index.BoundaryScale.Levels.Select(level => level.Id), Marked.Where(entry => entry.Member.DeclaringType == typeof(Boundary)).Select(entry => entry.Entry.Id));
    }

    private static IEnumerable<string> Ids(string kind) => Marked.Where(entry => entry.Entry.Kind == kind).Select(entry => entry.Entry.Id).Order(StringComparer.Ordinal);
}
