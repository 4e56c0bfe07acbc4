using IsolationModel.Data;
using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads what names mean: runtime names, foreign need annotations, declared node facts.</summary>
internal static class NameSections
{
    private static readonly (string Key, RuntimeNameKind Kind)[] NameKinds =
    [
        ("runtimeClass", RuntimeNameKind.RuntimeClass),
        ("runtimeHandler", RuntimeNameKind.RuntimeHandler),
        ("ociRuntime", RuntimeNameKind.OciRuntime),
        ("containerdRuntimeType", RuntimeNameKind.ContainerdRuntimeType),
        ("dockerRuntime", RuntimeNameKind.DockerRuntime),
        ("composeRuntime", RuntimeNameKind.ComposeRuntime),
        ("dockerIsolation", RuntimeNameKind.DockerIsolation),
        ("nodeLabel", RuntimeNameKind.NodeLabel),
    ];

    public static void Read(ModelBuilder builder, ModelObject root)
    {
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
            if (entry.IsRemoval)
            {
                builder.RuntimeNames.Remove(ModelBuilder.KeyOf(new RuntimeName(kind, name, null, null, false)), entry);
                continue;
            }

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
                builder.RuntimeNames.Replace(id, meaning, entry);
            }
            else
            {
                builder.RuntimeNames.Add(id, meaning, entry);
            }
        }
    }

    private static void ReadNeedSpellings(ModelBuilder builder, ModelObject root)
    {
        foreach (var (annotation, entry) in root.Map("needSpellings"))
        {
            if (entry.IsRemoval)
            {
                RemoveSpellings(builder, annotation, entry);
                continue;
            }

            foreach (var value in entry.Entries.Where(value => value.Key.Value != "$op"))
            {
                if (entry.RequiredString(value.Key.Value) is { } need && builder.Needs.Check(entry.Part, need, value.Value.Range))
                {
                    var spelling = new NeedSpelling(annotation, value.Key.Value, need);
                    builder.NeedSpellings.Add(ModelBuilder.KeyOf(spelling), spelling, entry);
                }
            }
        }
    }

    private static void RemoveSpellings(ModelBuilder builder, string annotation, ModelObject entry)
    {
        var below = builder.NeedSpellings.Values.Where(spelling => string.Equals(spelling.Key, annotation, StringComparison.Ordinal)).Select(ModelBuilder.KeyOf).ToList();
        foreach (var key in below.Count > 0 ? below : [annotation])
        {
            builder.NeedSpellings.Remove(key, entry);
        }
    }

    private static void ReadNodes(ModelBuilder builder, ModelObject root)
    {
        if (root.Object("nodes") is not { } nodes)
        {
            return;
        }

        foreach (var entry in nodes.Members)
        {
            var fact = entry.Key.Value;
            if (!builder.NodeFacts.Check(nodes.Part, fact, entry.Key.Range) || nodes.OptionalBoolean(fact) is not { } holds)
            {
                continue;
            }

            if (builder.Nodes.Find(fact) is { } below && below.Holds != holds
                && builder.Locks.Find($"{nodes.Pointer}/{fact}", nodes.Part.Layer, countsParts: false) is { } locked)
            {
                nodes.Part.Report(ModelRules.LockedIsLoosened, entry.Key.Range, $"node fact '{fact}' cannot be declared otherwise, because model '{locked.ModelId}' locks '{locked.Pointer}'");
            }
            else
            {
                builder.Nodes.Put(fact, new NodeFactDeclaration(fact, holds), nodes);
            }
        }
    }
}
