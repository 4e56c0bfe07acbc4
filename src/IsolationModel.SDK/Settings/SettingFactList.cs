using IsolationModel.Workloads;

namespace IsolationModel;

/// <summary>Collects facts of settings; what is not said makes none.</summary>
internal sealed class SettingFactList
{
    private readonly List<SettingFact> _facts = [];

    public void Flag(string id, bool? value)
    {
        if (value is { } flag)
        {
            _facts.Add(SettingFact.Flag(id, flag, default));
        }
    }

    /// <param name="id">The setting.</param>
    /// <param name="choice">The place of the word, or null.</param>
    /// <param name="words">The words.</param>
    public void Choice(string id, int? choice, params string[] words)
    {
        if (choice is { } index)
        {
            _facts.Add(SettingFact.Choice(id, index >= 0 && index < words.Length ? words[index] : throw new ArgumentOutOfRangeException(id, index, "the setting has no such choice"), default));
        }
    }

    public void Items(string id, ICollection<string>? items)
    {
        if (items is { Count: > 0 })
        {
            _facts.Add(SettingFact.List(id, [.. items.Select(item => new SettingItem(item, default))], default));
        }
    }

    /// <summary>Adds what one list holds to another.</summary>
    public void Include(string from, string to)
    {
        if (Find(from) is { } source)
        {
            var target = Find(to);
            _facts.RemoveAll(fact => ReferenceEquals(fact, target));
            Items(to, [.. (target?.Items ?? []).Concat(source.Items).Select(item => item.Value).Distinct(StringComparer.Ordinal)]);
        }
    }

    /// <summary>Says what holds where nothing is said.</summary>
    public void Default(string id, bool value)
    {
        if (Find(id) is null)
        {
            Flag(id, value);
        }
    }

    public IReadOnlyList<SettingFact> ToList() => _facts;

    private SettingFact? Find(string id) => _facts.Find(fact => string.Equals(fact.SettingId, id, StringComparison.Ordinal));
}
