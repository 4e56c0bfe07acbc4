using IsolationModel.Data;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads what names mean: platforms, runtime names, foreign need annotations, declared node facts.</summary>
internal static class NameSections
{
    private static readonly (string Key, RuntimeNameKind Kind)[] NameKinds =
        [("runtimeClass", RuntimeNameKind.RuntimeClass), ("runtimeHandler", RuntimeNameKind.RuntimeHandler)];

    public static void Read(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in root.MapOfIds("platforms"))
        {
            var name = entry.RequiredText("name");
            var technology = entry.RequiredString("defaultTechnology");
            var requirements = ConstraintReader.ReadAll(builder, entry, "require");
            entry.Finish();
            var known = technology is not null && builder.Technologies.Check(entry.Part, technology, entry.RangeOf("defaultTechnology"));
            VocabularySections.AddTo(builder.Platforms, id, known && name is not null ? new PlatformDefinition(id, name, technology!, requirements) : null, entry);
        }

        if (root.Object("names") is { } names)
        {
            foreach (var (key, kind) in NameKinds)
            {
                ReadNames(builder, names, key, kind);
            }

            names.Finish();
        }

        ReadNeedSpellings(builder, root);
        ReadNodes(builder, root);
    }

    private static void ReadNames(ModelBuilder builder, ModelObject names, string key, RuntimeNameKind kind)
    {
        foreach (var (name, entry) in names.Map(key))
        {
            var isUnknown = entry.Node("technology") is DataScalar { IsNull: true };
            var technology = isUnknown ? null : entry.RequiredString("technology");
            var note = entry.OptionalString("note");
            if (entry.OptionalString("source") is { } source)
            {
                builder.Sources.Check(entry.Part, source, entry.RangeOf("source"));
            }

            entry.Finish();
            if (!isUnknown && (technology is null || !builder.Technologies.Check(entry.Part, technology, entry.RangeOf("technology"))))
            {
                continue;
            }

            // A name in an overlay is a fact of the user's clusters, so it replaces a habit of the model below without further words.
            var meaning = new RuntimeName(kind, name, technology, note, IsDeclared: entry.Part.Layer > 0);
            var id = ModelBuilder.KeyOf(meaning);
            if (meaning.IsDeclared && builder.RuntimeNames.Find(id) is { IsDeclared: false })
            {
                builder.RuntimeNames.Add(id, meaning, entry);
            }
            else
            {
                VocabularySections.AddTo(builder.RuntimeNames, id, meaning, entry);
            }
        }
    }

    private static void ReadNeedSpellings(ModelBuilder builder, ModelObject root)
    {
        foreach (var (annotation, entry) in root.Map("needSpellings"))
        {
            foreach (var value in entry.Entries)
            {
                if (entry.RequiredString(value.Key.Value) is { } need && builder.Needs.Check(entry.Part, need, value.Value.Range))
                {
                    var spelling = new NeedSpelling(annotation, value.Key.Value, need);
                    VocabularySections.AddTo(builder.NeedSpellings, ModelBuilder.KeyOf(spelling), spelling, entry);
                }
            }
        }
    }

    private static void ReadNodes(ModelBuilder builder, ModelObject root)
    {
        if (root.Object("nodes") is not { } nodes)
        {
            return;
        }

        foreach (var entry in nodes.Entries)
        {
            var fact = entry.Key.Value;
            if (builder.NodeFacts.Check(nodes.Part, fact, entry.Key.Range) && nodes.OptionalBoolean(fact) is { } holds)
            {
                builder.Nodes.Add(fact, new NodeFactDeclaration(fact, holds), nodes);
            }
        }
    }
}
