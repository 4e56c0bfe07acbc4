using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads technologies with their attribute values; those that are copies or stacks of others come behind those others.</summary>
internal static class TechnologySection
{
    public static void Read(ModelBuilder builder, IEnumerable<ModelObject> roots)
    {
        var waiting = roots.SelectMany(root => builder.Technologies.Entries(root, "technologies")).ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(item => Dependencies(item.Value).All(id => builder.Technologies.Find(id) is not null));
            foreach (var (id, entry) in ready.Count > 0 ? ready : waiting)
            {
                ReadOne(builder, id, entry);
            }

            waiting = ready.Count > 0 ? waiting.Except(ready).ToList() : [];
        }
    }

    private static IEnumerable<string> Dependencies(ModelObject entry)
    {
        if (Id(entry, "like") is { } like)
        {
            yield return like;
        }

        if (entry.Node("stack") is Data.DataMapping mapping)
        {
            var stack = new ModelObject(entry.Part, mapping, mapping.Range);
            foreach (var key in new[] { "runtime", "engine" })
            {
                if (Id(stack, key) is { } id)
                {
                    yield return id;
                }
            }
        }
    }

    private static string? Id(ModelObject entry, string key) => entry.Node(key) is Data.DataScalar { IsPlain: false } scalar ? scalar.Value : null;

    private static void ReadOne(ModelBuilder builder, string id, ModelObject entry)
    {
        var below = entry.IsOverride ? builder.Technologies.Find(id) : null;
        if (entry.IsOverride && below is null)
        {
            // What it lacks would be told as well, but only the name is wrong.
            builder.Technologies.MayAdd(id, entry);
            return;
        }

        var technology = Read(builder, id, entry, below);
        entry.Finish();
        builder.Technologies.Add(id, technology, entry);
    }

    /// <summary>An override replaces the properties that it names, and the values that it names; the rest stays.</summary>
    private static TechnologyDefinition? Read(ModelBuilder builder, string id, ModelObject entry, TechnologyDefinition? below)
    {
        var model = ReadModel(builder, entry, below);
        var stack = entry.Has("stack") ? ReadStack(builder, entry) : below?.Stack;
        var name = EntryReader.Name(entry, below);
        var kind = below is null ? entry.RequiredString("kind") : entry.OptionalString("kind") ?? below.Kind;
        if (entry.Has("stack") && kind is not (null or "stack"))
        {
            entry.Part.Report(ModelRules.WrongShape, entry.RangeOf("stack"), $"a technology of kind '{kind}' is made of no 'stack'; its kind would be stack");
        }

        var summary = EntryReader.Summary(entry, below);
        var mechanism = ReadMechanism(builder, entry, below, model, stack);
        var order = entry.OptionalInteger("order") ?? below?.Order ?? int.MaxValue;
        var values = ReadValues(builder, entry, below, model, stack);
        var technology = new TechnologyDefinition(id, name ?? new LocalizedText(id), kind ?? string.Empty, order, mechanism ?? string.Empty, values) { Stack = stack };
        technology = EntryReader.Complete(builder, entry, technology, below ?? (CatalogEntryDefinition?)Described(model), summary ?? string.Empty);
        return name is null || kind is null || mechanism is null || summary is null ? null : technology;
    }

    /// <summary>What a technology takes over from the one that it is like: families and relations, but neither its names nor its history.</summary>
    private static TechnologyDefinition? Described(TechnologyDefinition? model) => model is null
        ? null
        : model with { Aliases = default, NamedBy = default, Status = null, Facts = default, Figures = default };

    private static TechnologyDefinition? ReadModel(ModelBuilder builder, ModelObject entry, TechnologyDefinition? below)
    {
        if (entry.OptionalString("like") is not { } like)
        {
            return null;
        }

        if (below is not null)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.RangeOf("like"), "'like' is for new technologies; an override already starts from what is below");
            return null;
        }

        return builder.Technologies.Check(entry.Part, like, entry.RangeOf("like")) ? builder.Technologies.Find(like) : null;
    }

    private static StackDefinition? ReadStack(ModelBuilder builder, ModelObject entry)
    {
        if (entry.Object("stack") is not { } stack)
        {
            return null;
        }

        var platform = stack.RequiredString("platform");
        var runtime = stack.RequiredString("runtime");
        var engine = stack.OptionalString("engine");
        stack.Finish();
        var isKnown = platform is not null && builder.Platforms.Check(stack.Part, platform, stack.RangeOf("platform"));
        isKnown &= runtime is not null && builder.Technologies.Check(stack.Part, runtime, stack.RangeOf("runtime"));
        isKnown &= engine is null || builder.Technologies.Check(stack.Part, engine, stack.RangeOf("engine"));
        return isKnown ? new StackDefinition(platform!, runtime!, engine) : null;
    }

    private static string? ReadMechanism(
        ModelBuilder builder, ModelObject entry, TechnologyDefinition? below, TechnologyDefinition? model, StackDefinition? stack)
    {
        var inherited = below?.MechanismId ?? model?.MechanismId ?? (stack is null ? null : builder.Technologies.Find(stack.RuntimeId)?.MechanismId);
        var mechanism = inherited is null ? entry.RequiredString("mechanism") : entry.OptionalString("mechanism") ?? inherited;
        return mechanism is not null && builder.Mechanisms.Check(entry.Part, mechanism, entry.RangeOf("mechanism")) ? mechanism : null;
    }

    private static EquatableArray<AttributeValue> ReadValues(
        ModelBuilder builder, ModelObject entry, TechnologyDefinition? below, TechnologyDefinition? model, StackDefinition? stack)
    {
        if (below is not null)
        {
            return CellReader.ReadValues(builder, entry, below.Values);
        }

        var derived = model?.Values ?? (stack is null ? default : StackComposer.Compose(builder, stack));
        return CellReader.ReadOnto(builder, entry, derived);
    }
}
