using IsolationModel.Data;
using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>Reads conditions on settings.</summary>
internal static class PredicateReader
{
    private static readonly WordTable<PredicateKind> Comparisons = new()
    {
        ["is"] = PredicateKind.Is,
        ["in"] = PredicateKind.In,
        ["containsAny"] = PredicateKind.ContainsAny,
        ["containsAll"] = PredicateKind.ContainsAll,
        ["within"] = PredicateKind.Within,
        ["beyond"] = PredicateKind.Beyond,
        ["touches"] = PredicateKind.Touches,
        ["present"] = PredicateKind.Present,
    };

    public static SettingPredicate? Read(ModelBuilder builder, ModelObject entry)
    {
        SettingPredicate? predicate;
        if (entry.Has("all"))
        {
            predicate = Compound(builder, entry, "all", PredicateKind.All);
        }
        else if (entry.Has("any"))
        {
            predicate = Compound(builder, entry, "any", PredicateKind.Any);
        }
        else
        {
            predicate = Leaf(builder, entry);
        }

        entry.Finish();
        return predicate;
    }

    private static SettingPredicate? Compound(ModelBuilder builder, ModelObject entry, string key, PredicateKind kind)
    {
        var items = entry.Objects(key).ToList();
        var inner = items.Select(item => Read(builder, item)).OfType<SettingPredicate>().ToList();
        if (items.Count == 0)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"'{key}' needs at least one condition");
        }

        return inner.Count == 0 || inner.Count < items.Count ? null : new SettingPredicate(kind, null, default, inner.ToEquatableArray());
    }

    private static SettingPredicate? Leaf(ModelBuilder builder, ModelObject entry)
    {
        var settingId = entry.RequiredString("setting");
        var present = Comparisons.Words.Where(entry.Has).OrderBy(key => key, StringComparer.Ordinal).ToList();
        if (settingId is null || !builder.Settings.Check(entry.Part, settingId, entry.RangeOf("setting")))
        {
            return null;
        }

        if (present.Count != 1)
        {
            entry.Part.Report(ModelRules.WrongShape, entry.NameRange, $"a condition has exactly one of {Comparisons.List}");
            return null;
        }

        var kind = Comparisons.Find(present[0])!.Value;
        var setting = builder.Settings.Find(settingId)!;
        if (!Applies(kind, setting.Kind))
        {
            entry.Part.Report(ModelRules.WrongShape, entry.RangeOf(present[0]), $"'{present[0]}' does not apply to setting '{settingId}'");
            return null;
        }

        return Operands(builder, entry, present[0], kind, setting) is { } operands
            ? new SettingPredicate(kind, settingId, operands, default)
            : null;
    }

    private static bool Applies(PredicateKind kind, SettingKind setting) => kind switch
    {
        PredicateKind.Is => setting is SettingKind.Flag or SettingKind.Choice,
        PredicateKind.In => setting == SettingKind.Choice,
        PredicateKind.Touches => setting == SettingKind.PathList,
        PredicateKind.Present => setting is SettingKind.List or SettingKind.PathList,
        _ => setting == SettingKind.List,
    };

    private static EquatableArray<string>? Operands(ModelBuilder builder, ModelObject entry, string key, PredicateKind kind, SettingDefinition setting)
    {
        switch (kind)
        {
            case PredicateKind.Present:
                if (entry.OptionalBoolean(key) != true)
                {
                    entry.Part.Report(ModelRules.WrongShape, entry.RangeOf(key), "'present' can only be true");
                    return null;
                }

                return default(EquatableArray<string>);
            case PredicateKind.Is when setting.Kind == SettingKind.Flag:
                return entry.OptionalBoolean(key) is { } flag ? One(flag ? "true" : "false") : null;
            case PredicateKind.Touches:
                return entry.RequiredString(key) is { } list && builder.PathLists.Check(entry.Part, list, entry.RangeOf(key)) ? One(list) : null;
            case PredicateKind.Is:
                return entry.Node(key) is DataScalar choice && IsChoice(entry, setting, choice) ? One(choice.Value) : null;
            default:
                var words = entry.Strings(key);
                return words.TrueForAll(word => IsChoice(entry, setting, word)) ? entry.SortedStrings(key) : null;
        }
    }

    private static bool IsChoice(ModelObject entry, SettingDefinition setting, DataScalar word)
    {
        if (setting.Kind != SettingKind.Choice || setting.Choices.Contains(word.Value))
        {
            return true;
        }

        entry.Part.Report(ModelRules.UnknownId, word.Range, $"'{word.Value}' is not a choice of setting '{setting.Id}': {string.Join(", ", setting.Choices)}");
        return false;
    }

    private static EquatableArray<string> One(string word) => new([word]);
}
