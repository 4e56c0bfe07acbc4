using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Turns fields into facts. A field that is absent or null says nothing; one that is a placeholder, or of a wrong type, is unresolved.</summary>
internal static class SettingFacts
{
    /// <summary>Whether a field says something: it is there, and not null.</summary>
    public static bool IsSet(DataCursor value) => value is { Exists: true, IsNull: false };

    /// <summary>Whether a flag is certainly on.</summary>
    public static bool IsTrue(DataCursor value) => value.Scalar?.AsBoolean() == true;

    /// <summary>Whether a flag is certainly off.</summary>
    public static bool IsFalse(DataCursor value) => value.Scalar?.AsBoolean() == false;

    /// <summary>Whether a word is certainly this one.</summary>
    public static bool Is(DataCursor value, string word) => !value.IsUnresolved && string.Equals(value.Text, word, StringComparison.Ordinal);

    public static void AddFlag(List<SettingFact> facts, string setting, DataCursor value, bool isOpposite = false)
    {
        if (IsSet(value))
        {
            facts.Add(value.Scalar?.AsBoolean() is { } flag
                ? SettingFact.Flag(setting, flag != isOpposite, value.Range) with { Mend = flag != isOpposite ? ValueEdit.Replace(value, isOpposite ? "true" : "false") : null }
                : SettingFact.Unresolved(setting, value.Range));
        }
    }

    /// <summary>A word of a list of words.</summary>
    /// <param name="facts">Takes the fact.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The field.</param>
    /// <param name="safe">The word that weakens nothing.</param>
    /// <param name="elsewhere">Where to tell that the field is missing; null where that says nothing.</param>
    public static void AddChoice(List<SettingFact> facts, string setting, DataCursor value, string safe, TextRange? elsewhere = null)
    {
        if (IsSet(value))
        {
            facts.Add(value.Text is { } text && !value.IsUnresolved
                ? SettingFact.Choice(setting, text, value.Range) with { Mend = string.Equals(text, safe, StringComparison.Ordinal) ? null : ValueEdit.Replace(value, safe) }
                : SettingFact.Unresolved(setting, value.Range));
        }
        else if (elsewhere is { } range)
        {
            facts.Add(SettingFact.Unresolved(setting, range));
        }
    }

    /// <summary>The type of a profile; an absent profile is a choice of its own, unless nothing is said of what is absent.</summary>
    public static void AddProfile(List<SettingFact> facts, string setting, DataCursor profile, TextRange? absence)
    {
        if (IsSet(profile))
        {
            AddChoice(facts, setting, profile["type"], "RuntimeDefault", profile.KeyRange);
        }
        else if (absence is { } place)
        {
            facts.Add(SettingFact.Choice(setting, "Unset", place));
        }
    }

    /// <summary>A list, each item turned into what it means.</summary>
    public static void AddList(List<SettingFact> facts, string setting, DataCursor list, Func<string, string> meaning, string text)
    {
        if (!IsSet(list))
        {
            return;
        }

        if (list.Node is not DataSequence)
        {
            facts.Add(SettingFact.Unresolved(setting, list.Range));
            return;
        }

        var items = new List<SettingItem>(list.Count);
        var isPartial = false;
        for (var i = 0; i < list.Count; i++)
        {
            var item = list.At(i);
            if (item.Text is { } word && !item.IsUnresolved)
            {
                items.Add(new SettingItem(meaning(word), item.Range) { Written = (word, item.RangeOf(0, word.Length)), Mend = ValueEdit.Remove(list, i, text) });
            }
            else
            {
                isPartial |= !item.IsNull;
            }
        }

        facts.Add(SettingFact.List(setting, items, list.Range, isPartial));
    }
}
