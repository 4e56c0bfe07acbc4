using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.SDK.Tests;

/// <summary>The generated model and the model that Core embeds are one and the same.</summary>
public sealed class GeneratedModelTests
{
    private static readonly ModelDefinition Parsed = BuiltInModel.Definition;

    public static TheoryData<string> Technologies => [.. Parsed.Technologies.Select(technology => technology.Id)];

    public static TheoryData<string> AttributeIds => [.. Parsed.Attributes.Select(attribute => attribute.Id)];

    [Fact]
    public void Both_were_made_of_the_same_files()
    {
        Assert.Equal(ModelHash.Of(BuiltInModel.Parts()), Model.BuiltIn.ContentHash);
        Assert.Equal((Parsed.Id, Parsed.Version), (Model.BuiltIn.Id, Model.BuiltIn.Version));
    }

    [Fact]
    public void Both_list_the_same_technologies_in_the_same_order()
    {
        Assert.Equal(Parsed.Technologies.Select(technology => technology.Id), IsolationModel.Technologies.All.Select(technology => technology.Id));
        Assert.Same(IsolationModel.Technologies.All, Model.BuiltIn.Technologies);
    }

    [Theory]
    [MemberData(nameof(Technologies))]
    public void Every_value_of_a_technology_is_the_parsed_one(string id)
    {
        var parsed = Parsed.Technologies.Single(technology => technology.Id == id);

        var generated = IsolationModel.Technologies.Find(id)!;

        Assert.Equal(parsed, generated.Definition);
        Assert.Equal(
            (parsed.Name.English, parsed.Kind, parsed.MechanismId, parsed.Summary), (generated.Name, generated.Kind, generated.MechanismId, generated.Summary));
        Assert.Equal(parsed.Aliases, generated.Aliases);
        Assert.Equal(parsed.Families, generated.Families.Select(family => family.Id));
        Assert.Equal(parsed.Values.ToArray(), generated.Values.Select(value => value.Definition));
        Assert.Equal(parsed.MechanismId, generated.Mechanism.Id);
        Assert.Contains(generated, generated.Mechanism.Technologies);
        Assert.Equal(
            parsed.Stack is { } stack ? (stack.PlatformId, stack.RuntimeId, stack.EngineId) : default,
            generated.Stack is { } layers ? (layers.Platform.Id, layers.Runtime.Id, layers.Engine?.Id) : default);
        Assert.Equal(parsed.Values.Count, generated.Values.Count);
        foreach (var value in parsed.Values)
        {
            var typed = generated.Find(value.AttributeId)!;
            Assert.Equal(value, typed.Definition);
            Assert.Same(Attributes.Find(value.AttributeId), typed.Attribute);
            Assert.Equal(value.SourceIds, typed.Sources.Select(source => source.Id));
            Assert.Equal(
                value.SourceIds.Select(source => Model.BuiltIn.Index.Source(source)),
                typed.Sources.Select(source => source.Definition));
            Assert.Equal(Evaluation.ValueText.Of(Model.BuiltIn.Index, value.AttributeId, value.Value), typed.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(AttributeIds))]
    public void Every_key_is_the_parsed_attribute(string id)
    {
        var parsed = Parsed.Attributes.Single(attribute => attribute.Id == id);
        var key = Attributes.Find(id)!;

        Assert.Equal(parsed, key.Definition);
        Assert.Equal(Parsed.Scales.FirstOrDefault(scale => scale.Id == parsed.ScaleId), key.Scale);
        Assert.Contains(key, Attributes.All);
        var property = typeof(Technology).GetProperty(typeof(Attributes).GetProperties().Single(member => ReferenceEquals(member.GetValue(null), key)).Name)!;
        Assert.All(IsolationModel.Technologies.All, technology => Assert.Equal(technology.Find(id)?.Definition.Value ?? UnknownInterval.Instance, ((TechnologyValue)property.GetValue(technology)!).Definition.Value));
    }

    [Fact]
    public void Levels_are_enum_members_in_the_order_of_their_strength()
    {
        Assert.Equal(
            Parsed.Scales.Single(scale => scale.Id == "boundary").Levels.Select(level => level.Id),
            Enum.GetValues<Boundary>().Select(Attributes.Boundary.IdOf));
        Assert.Equal([Boundary.None, Boundary.Weakened, Boundary.SharedKernel, Boundary.HardenedKernel, Boundary.SoftwareSandbox, Boundary.HardwareVm], Enum.GetValues<Boundary>());
    }

    [Fact]
    public void Every_need_has_a_constant_that_parses_and_a_typed_member_of_the_same_token()
    {
        var constants = typeof(NeedTokens).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        var typed = new[] { typeof(Levels), typeof(Threats), typeof(Scenarios), typeof(PodSecurity), typeof(Compatibility) }
            .SelectMany(type => type.GetNestedTypes().Append(type))
            .SelectMany(type => type.GetProperties())
            .Select(property => (NeedTerm)property.GetValue(null)!)
            .ToList();

        Assert.All(constants, constant => Assert.NotEmpty(Need.Parse(constant).Tokens));
        Assert.Equal(constants.Order(StringComparer.Ordinal), typed.Select(term => term.Token).Order(StringComparer.Ordinal));
        Assert.Superset(Parsed.Needs.Where(need => need.Constraints.Count > 0).Select(need => need.Kind == NeedKind.Level ? "level:" + need.Id : need.Id).ToHashSet(StringComparer.Ordinal), constants.ToHashSet(StringComparer.Ordinal));
        Assert.All(typed, term => Assert.Equal(Need.Parse(term.Token).Tokens, Need.Of(term).Tokens));
    }

    [Fact]
    public void Every_wish_and_every_question_has_a_member()
    {
        Assert.Equal(
            Parsed.Goals.SelectMany(goal => goal.Targets.Select(target => $"{goal.Id}:{target.Word}")).Order(StringComparer.Ordinal),
            typeof(Goals).GetNestedTypes().SelectMany(type => type.GetProperties()).Select(property => property.GetValue(null)!.ToString()!).Order(StringComparer.Ordinal));
        Assert.Equal(
            Parsed.DecisionTrees.SelectMany(Evaluation.DecisionTreeEvaluator.Questions).Select(question => question.Id),
            typeof(DecisionTrees).GetNestedTypes().SelectMany(type => type.GetProperties()).Select(property => property.GetValue(null)).OfType<TreeQuestion>().Select(question => question.Id));
    }

    [Fact]
    public void Every_entry_of_every_kind_is_a_member_and_is_found_by_its_id()
    {
        Check(Parsed.Platforms, typeof(Platforms), Platforms.All, Platforms.Find, id => Platforms.Find(id.AsSpan()), utf8 => Platforms.Find(utf8));
        Check(Parsed.Mechanisms, typeof(Mechanisms), Mechanisms.All, Mechanisms.Find, id => Mechanisms.Find(id.AsSpan()), utf8 => Mechanisms.Find(utf8));
        Check(Parsed.Controls, typeof(Controls), Controls.All, Controls.Find, id => Controls.Find(id.AsSpan()), utf8 => Controls.Find(utf8));
        Check(Parsed.Hardware, typeof(HardwareComponents), HardwareComponents.All, HardwareComponents.Find, id => HardwareComponents.Find(id.AsSpan()), utf8 => HardwareComponents.Find(utf8));
        Check(Parsed.Technologies, typeof(Technologies), IsolationModel.Technologies.All, IsolationModel.Technologies.Find, id => IsolationModel.Technologies.Find(id.AsSpan()), utf8 => IsolationModel.Technologies.Find(utf8));
        Assert.Equal(Parsed.Families.Select(family => family.Id), Families.All.Select(family => family.Id));
        Assert.All(Families.All, family => Assert.Same(family, Families.Find(family.Id)));

        static void Check<T>(IEnumerable<CatalogEntryDefinition> parsed, Type catalog, IReadOnlyList<T> all, Func<string, T?> find, Func<string, T?> findSpan, Func<byte[], T?> findUtf8)
            where T : CatalogEntry
        {
            Assert.Equal(parsed, all.Select(entry => entry.Entry));
            Assert.All(all, entry =>
            {
                Assert.Same(entry, find(entry.Id));
                Assert.Same(entry, findSpan(entry.Id));
                Assert.Same(entry, findUtf8(System.Text.Encoding.UTF8.GetBytes(entry.Id)));
                Assert.Same(entry, Model.BuiltIn.Find(entry.Entry.Reference));
                Assert.Null(find(entry.Id + "x"));
                Assert.Null(findSpan(entry.Id + "x"));
                Assert.Null(findUtf8(System.Text.Encoding.UTF8.GetBytes(entry.Id + "x")));
                Assert.Contains(catalog.GetProperties(), property => ReferenceEquals(property.GetValue(null), entry));
            });
        }
    }

    [Fact]
    public void Every_relation_leads_to_the_entry_that_is_written_and_back()
    {
        var entries = Model.BuiltIn.Entries.ToList();
        Assert.All(entries, entry =>
        {
            Assert.Equal(entry.Entry.Relations.Select(relation => (relation.Relation, relation.Target)), entry.Relations.Select(relation => (relation.Kind, relation.Target.Entry.Reference)));
            foreach (var (kind, forward) in Forward(entry))
            {
                Assert.Equal(entry.Entry.Relations.Where(relation => relation.Relation == kind).Select(relation => relation.Target), forward.Select(target => target.Entry.Reference));
            }

            foreach (var (kind, inverse) in Inverse(entry))
            {
                Assert.Equal(
                    entries.Where(other => other.Entry.Relations.Contains(new EntryRelation(kind, entry.Entry.Reference))).Select(other => other.Entry.Reference).Order(),
                    inverse.Select(source => source.Entry.Reference));
            }
        });
    }

    [Fact]
    public void Every_runtime_name_is_found_in_each_kind_of_text_and_nothing_is_guessed()
    {
        var methods = typeof(Technologies).GetMethods().Where(method => method.Name.StartsWith("From", StringComparison.Ordinal) && method.GetParameters()[0].ParameterType == typeof(string)).ToList();

        // A label of nodes selects nothing, so that no method makes a technology of it.
        Assert.Equal(Enum.GetNames<RuntimeNameKind>().Where(kind => kind != nameof(RuntimeNameKind.NodeLabel)).Select(kind => "From" + kind).Order(StringComparer.Ordinal), methods.Select(method => method.Name).Order(StringComparer.Ordinal));
        Assert.All(Parsed.RuntimeNames.Where(name => name.Kind != RuntimeNameKind.NodeLabel), name =>
        {
            var method = methods.Single(method => method.Name == "From" + name.Kind);
            var found = (Technology?)method.Invoke(null, [name.Name]);
            Assert.Equal(name.TechnologyId, found?.Id);
            Assert.Same(found, Model.BuiltIn.FromName(name.Kind, name.Name));
            Assert.Null(method.Invoke(null, [name.Name + " "]));
        });
        Assert.Same(IsolationModel.Technologies.Kata.Hypervisors[0].Model, Model.BuiltIn);
        Assert.All(Parsed.RuntimeNames.Where(name => name.Kind == RuntimeNameKind.RuntimeClass), name =>
        {
            Assert.Equal(name.TechnologyId, IsolationModel.Technologies.FromRuntimeClass(name.Name.AsSpan())?.Id);
            Assert.Equal(name.TechnologyId, IsolationModel.Technologies.FromRuntimeClass(System.Text.Encoding.UTF8.GetBytes(name.Name))?.Id);
        });
        Assert.Null(IsolationModel.Technologies.FromRuntimeClass("mine"));
        Assert.Null(IsolationModel.Technologies.FromRuntimeClass((string?)null));
        Assert.Null(IsolationModel.Technologies.FromRuntimeClass([0xff, 0xfe]));
    }

    private static IEnumerable<(RelationKind Kind, IReadOnlyList<CatalogEntry> Entries)> Forward(CatalogEntry entry)
    {
        if (entry is Technology technology)
        {
            yield return (RelationKind.Hypervisor, technology.Hypervisors);
            yield return (RelationKind.Engine, technology.Engines);
        }

        yield return (RelationKind.Uses, entry.Uses);
        yield return (RelationKind.RunsOn, entry.RunsOn);
        yield return (RelationKind.OfferedBy, entry.OfferedBy);
        yield return (RelationKind.Hardens, entry.Hardens);
        yield return (RelationKind.Observes, entry.Observes);
        yield return (RelationKind.ReplacedBy, entry.ReplacedBy);
        yield return (RelationKind.PartOf, entry.PartOf);
    }

    private static IEnumerable<(RelationKind Kind, IReadOnlyList<CatalogEntry> Entries)> Inverse(CatalogEntry entry)
    {
        if (entry is Platform platform)
        {
            yield return (RelationKind.OfferedBy, platform.Offers);
        }

        yield return (RelationKind.Uses, entry.UsedBy);
        yield return (RelationKind.RunsOn, entry.Hosts);
        yield return (RelationKind.Hardens, entry.HardenedBy);
        yield return (RelationKind.Observes, entry.ObservedBy);
        yield return (RelationKind.ReplacedBy, entry.Replaces);
        yield return (RelationKind.PartOf, entry.Parts);
    }

    [Fact]
    public void Every_word_of_a_set_has_a_constant() => Assert.Equal(
        Parsed.Attributes.Where(attribute => attribute.Kind == AttributeKind.Set).SelectMany(attribute => attribute.Vocabulary).Order(StringComparer.Ordinal),
        typeof(Vocabulary).GetNestedTypes().SelectMany(type => type.GetFields()).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));

    [Fact]
    public void Technologies_are_found_by_id_without_allocating()
    {
        Assert.All(IsolationModel.Technologies.All, technology =>
        {
            Assert.Same(technology, IsolationModel.Technologies.Find(technology.Id));
            Assert.Same(technology, IsolationModel.Technologies.Find(("x" + technology.Id).AsSpan(1)));
            Assert.Same(technology, Model.BuiltIn.Find(technology.Id));
        });
        Assert.Null(IsolationModel.Technologies.Find("gVisor"));
        Assert.Null(IsolationModel.Technologies.Find(string.Empty));
        Assert.Null(IsolationModel.Technologies.Find((string?)null));
        Assert.Null(IsolationModel.Technologies.Find("gvisors".AsSpan()));
        Assert.Same(IsolationModel.Technologies.GVisor, IsolationModel.Technologies.Find("gvisor"u8));

        Assert.NotNull(Controls.Find("falco"));
        Assert.NotNull(IsolationModel.Technologies.FromRuntimeClass("kata-qemu"));
        Assert.Equal(0, LeastAllocated(static () =>
        {
            IsolationModel.Technologies.Find("kata-fc");
            IsolationModel.Technologies.Find("kata-fcx".AsSpan(0, 7));
            IsolationModel.Technologies.Find("kata-fc"u8);
            Controls.Find("falco");
            Controls.Find("falco"u8);
            IsolationModel.Technologies.FromRuntimeClass("kata-qemu");
            IsolationModel.Technologies.FromRuntimeClass("kata-qemu".AsSpan());
            IsolationModel.Technologies.FromRuntimeClass("kata-qemu"u8);
            IsolationModel.Technologies.FromRuntimeHandler("nothing"u8);
        }));
    }

    /// <summary>
    /// The least that a thousand calls allocate, of some rounds. What the calls themselves allocate they allocate in each; what the runtime makes once, when it
    /// meets code or makes better code of it, is not theirs.
    /// </summary>
    private static long LeastAllocated(Action call)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                call();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
