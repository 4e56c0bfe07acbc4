using IsolationModel.Evaluation;
using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads what descriptors and nodes can say: settings, host paths, node facts.</summary>
internal static class SettingSections
{
    private static readonly WordTable<SettingKind> SettingKinds = new()
    {
        ["flag"] = SettingKind.Flag,
        ["choice"] = SettingKind.Choice,
        ["list"] = SettingKind.List,
        ["path-list"] = SettingKind.PathList,
    };

    public static void Read(ModelBuilder builder, ModelObject root)
    {
        foreach (var (id, entry) in builder.Settings.Entries(root, "settings"))
        {
            var kind = entry.Word("kind", SettingKinds);
            var definition = entry.RequiredString("definition");
            var choices = kind == SettingKind.Choice ? entry.Strings("choices").Select(choice => choice.Value).ToEquatableArray() : default;
            var words = kind == SettingKind.List && entry.Has("words") ? entry.SortedStrings("words") : default;
            var source = entry.OptionalString("source");
            entry.Finish();
            source = source is not null && builder.Sources.Check(entry.Part, source, entry.RangeOf("source")) ? source : null;
            if (kind == SettingKind.Choice && choices.Count < 2)
            {
                entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"setting '{id}' needs at least two 'choices', the default first");
                kind = null;
            }

            var setting = kind is null || definition is null ? null : new SettingDefinition(id, kind.Value, choices, definition) { Words = words, SourceId = source };
            builder.Settings.Add(id, setting, entry);
        }

        foreach (var (id, list) in PathLists(root))
        {
            builder.PathLists.Add(id, list.Value, list.Source);
        }

        foreach (var (id, entry) in builder.NodeFacts.Entries(root, "nodeFacts"))
        {
            var definition = entry.RequiredString("definition");
            var setBy = entry.RequiredString("setBy");
            var source = entry.OptionalString("source");
            entry.Finish();
            source = source is not null && builder.Sources.Check(entry.Part, source, entry.RangeOf("source")) ? source : null;
            var fact = definition is null || setBy is null ? null : new NodeFactDefinition(id, definition, setBy, source);
            builder.NodeFacts.Add(id, fact, entry);
        }
    }

    private static IEnumerable<(string Id, (PathListDefinition Value, ModelObject Source) List)> PathLists(ModelObject root)
    {
        if (root.Object("paths") is not { } lists)
        {
            yield break;
        }

        foreach (var list in lists.Members)
        {
            var entries = new SortedMap<PathEntry>();
            foreach (var item in lists.Objects(list.Key.Value))
            {
                var path = item.RequiredString("path");
                var why = item.RequiredString("why");
                var exceptions = item.Strings("except");
                item.Finish();
                if (path is null || why is null)
                {
                    continue;
                }

                if (!HostPath.IsAbsolute(path))
                {
                    root.Part.Report(ModelRules.WrongShape, item.RangeOf("path"), $"'{path}' is not an absolute path");
                }
                else if (entries.ContainsKey(path))
                {
                    root.Part.Report(ModelRules.DuplicateId, item.RangeOf("path"), $"path '{path}' stands twice in list '{list.Key.Value}'");
                }
                else
                {
                    foreach (var other in exceptions.Where(other => !HostPath.IsBelow(other.Value, path)))
                    {
                        root.Part.Report(ModelRules.WrongShape, other.Range, $"'{other.Value}' does not lie below '{path}', so it is no exception from it");
                    }

                    entries[path] = new PathEntry(path, why)
                    {
                        Except = exceptions.Select(other => other.Value).Distinct(StringComparer.Ordinal).OrderBy(other => other, StringComparer.Ordinal).ToEquatableArray(),
                    };
                }
            }

            yield return (list.Key.Value, (new PathListDefinition(list.Key.Value, entries.Values.ToEquatableArray()), lists));
        }
    }
}
