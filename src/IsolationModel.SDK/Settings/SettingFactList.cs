using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel;

/// <summary>
/// Collects facts of settings; what is not said makes none. Each has a place of its own, as it has in a file: places tell facts apart, and no place
/// leaves the running program.
/// </summary>
internal sealed class SettingFactList
{
    private readonly CodeSettings _facts = new();
    private int _places;

    public void Flag(string id, bool? value)
    {
        if (value is { } flag)
        {
            _facts.Add(SettingFact.Flag(id, flag, Place()));
        }
    }

    /// <param name="id">The setting.</param>
    /// <param name="choice">The place of the word, or null.</param>
    /// <param name="words">The words.</param>
    public void Choice(string id, int? choice, params string[] words)
    {
        if (choice is { } index)
        {
            _facts.Add(SettingFact.Choice(id, index >= 0 && index < words.Length ? words[index] : throw new ArgumentOutOfRangeException(id, index, "the setting has no such choice"), Place()));
        }
    }

    public void Items(string id, ICollection<string>? items)
    {
        if (items is { Count: > 0 })
        {
            _facts.Add(SettingFact.List(id, [.. items.Select(item => new SettingItem(item, Place()))], Place()));
        }
    }

    public WorkloadContainer ToContainer() => _facts.ToContainer(Place());

    private TextRange Place() => new(_places++, 0);
}
