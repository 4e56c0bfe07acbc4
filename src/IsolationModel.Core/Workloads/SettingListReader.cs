using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>Collects what a list of settings says, setting by setting.</summary>
internal sealed class SettingListReader
{
    private const string Escalation = "allowPrivilegeEscalation";
    private const string HostPaths = "hostPaths";
    private const string WritableHostPaths = "writableHostPaths";
    private const string ReadOnlySuffix = ":ro";

    /// <summary>What the fields of Kubernetes are in the model, where it is not the same word: field, setting, whether it says the opposite.</summary>
    private static readonly (string Field, string Setting, bool IsOpposite)[] Fields =
    [
        ("hostUsers", "userNamespace", true),
        ("hostPath", HostPaths, false),
        ("add", "addedCapabilities", false),
        ("capabilities.add", "addedCapabilities", false),
        ("capabilities: add", "addedCapabilities", false),
        ("drop", "droppedCapabilities", false),
        ("capabilities.drop", "droppedCapabilities", false),
        ("capabilities: drop", "droppedCapabilities", false),
        ("seccompProfile", "seccomp", false),
        ("seccompProfile.type", "seccomp", false),
        ("appArmorProfile", "appArmor", false),
        ("appArmorProfile.type", "appArmor", false),
    ];

    private readonly Dictionary<string, (SettingDefinition Setting, bool IsOpposite)> _names = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly SortedDictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> _lists = new(StringComparer.Ordinal);
    private readonly bool _hasEscalation;

    public SettingListReader(ModelDefinition model)
    {
        foreach (var setting in model.Settings)
        {
            _names[Key(setting.Id)] = (setting, false);
            _known.Add(setting.Id);
            _hasEscalation |= string.Equals(setting.Id, Escalation, StringComparison.Ordinal);
        }

        foreach (var (field, id, isOpposite) in Fields)
        {
            if (_names.TryGetValue(Key(id), out var named) && !_names.ContainsKey(Key(field)))
            {
                _names.Add(Key(field), (named.Setting, isOpposite));
                _known.Add(field);
            }
        }
    }

    /// <summary>What cannot be followed.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Reads one setting.</summary>
    public void Read(string item)
    {
        var (name, value) = Split(item);
        if (!_names.TryGetValue(Key(name), out var named))
        {
            var nearest = NearestName.Of(name, _known);
            Problems.Add($"there is no setting '{name}'; {(nearest is null ? $"known are {string.Join(", ", _known)}" : $"did you mean '{nearest}'?")}");
            return;
        }

        switch (named.Setting.Kind)
        {
            case SettingKind.Flag:
                ReadFlag(named.Setting, name, value, named.IsOpposite);
                break;
            case SettingKind.Choice:
                ReadChoice(named.Setting, name, value);
                break;
            default:
                ReadList(named.Setting, name, value);
                break;
        }
    }

    /// <summary>The facts, sorted by setting. Escalation is allowed unless it is forbidden, as in every Pod.</summary>
    public IReadOnlyList<SettingFact> Facts()
    {
        var facts = new List<SettingFact>();
        if (_hasEscalation && !_words.ContainsKey(Escalation))
        {
            facts.Add(SettingFact.Flag(Escalation, true, default));
        }

        foreach (var word in _words)
        {
            facts.Add(SettingFact.Choice(word.Key, word.Value, default));
        }

        foreach (var list in _lists)
        {
            facts.Add(SettingFact.List(list.Key, list.Value.ConvertAll(item => new SettingItem(item, default)), default));
        }

        return facts;
    }

    private void ReadFlag(SettingDefinition setting, string name, string? value, bool isOpposite)
    {
        var holds = value is null || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
        if (!holds && !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase))
        {
            Problems.Add($"'{name}' is true or false, not '{value}'");
            return;
        }

        Add(setting.Id, name, holds != isOpposite ? "true" : "false");
    }

    private void ReadChoice(SettingDefinition setting, string name, string? value)
    {
        var choice = setting.Choices.FirstOrDefault(word => string.Equals(word, value, StringComparison.OrdinalIgnoreCase));
        if (choice is null)
        {
            var nearest = value is null ? null : NearestName.Of(value, setting.Choices);
            var hint = nearest is null ? $"write {string.Join(" or ", setting.Choices.Select(word => $"{name}={word}"))}" : $"did you mean '{name}={nearest}'?";
            Problems.Add(value is null ? $"'{name}' needs a value; {hint}" : $"'{name}' is never '{value}'; {hint}");
            return;
        }

        Add(setting.Id, name, choice);
    }

    private void ReadList(SettingDefinition setting, string name, string? value)
    {
        var items = (value ?? string.Empty).Split(['+', '|', ' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        if (items.Length == 0)
        {
            Problems.Add(setting.Kind == SettingKind.PathList ? $"'{name}' needs a path: {name}=/path, or {name}=/path:ro" : $"'{name}' needs a value: {name}=SYS_ADMIN, several joined by '+'");
            return;
        }

        foreach (var item in items)
        {
            if (setting.Kind != SettingKind.PathList)
            {
                Add(setting.Id, Capability(item));
                continue;
            }

            var isReadOnly = item.EndsWith(ReadOnlySuffix, StringComparison.Ordinal);
            var path = isReadOnly ? item.Substring(0, item.Length - ReadOnlySuffix.Length) : item;
            if (path.Length == 0 || path[0] != '/')
            {
                Problems.Add($"'{path}' of '{name}' is not an absolute path");
                continue;
            }

            // A path that can be written to is a path that is mounted.
            Add(string.Equals(setting.Id, WritableHostPaths, StringComparison.Ordinal) ? HostPaths : setting.Id, path);
            if (!isReadOnly && setting.Id is HostPaths or WritableHostPaths)
            {
                Add(WritableHostPaths, path);
            }
        }
    }

    private void Add(string settingId, string name, string word)
    {
        if (_words.TryGetValue(settingId, out var other) && !string.Equals(other, word, StringComparison.Ordinal))
        {
            Problems.Add($"'{name}' contradicts what stands before it");
            return;
        }

        _words[settingId] = word;
    }

    private void Add(string settingId, string item)
    {
        if (!_lists.TryGetValue(settingId, out var list))
        {
            _lists.Add(settingId, list = []);
        }

        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }

    /// <summary>Splits a name from its value at the first sign between them; <c>capabilities:</c> is part of a name.</summary>
    private static (string Name, string? Value) Split(string item)
    {
        const string prefix = "capabilities:";
        var start = item.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? prefix.Length : 0;
        var at = item.IndexOfAny(['=', ':'], start);
        return at < 0 ? (item, null) : (item.Substring(0, at).Trim(), item.Substring(at + 1).Trim());
    }

    /// <summary>A name without what people write differently.</summary>
    private static string Key(string name) =>
        string.Concat(name.Where(character => character is not ('-' or '_' or '.' or ':' or ' '))).ToLowerInvariant();

    private static string Capability(string item)
    {
        const string prefix = "CAP_";
        var upper = item.ToUpperInvariant();
        return upper.StartsWith(prefix, StringComparison.Ordinal) ? upper.Substring(prefix.Length) : upper;
    }
}
