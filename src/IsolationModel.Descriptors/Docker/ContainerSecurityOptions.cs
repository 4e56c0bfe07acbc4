using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// <c>security_opt</c>: texts <c>name=value</c>, or <c>name:value</c> in the older form (moby daemon/daemon_unix.go, parseSecurityOpt). Without
/// them Docker applies its own seccomp profile and lets processes gain privileges.
/// </summary>
internal static class ContainerSecurityOptions
{
    private const string Field = "security_opt";
    private const string Unconfined = "unconfined";

    private static readonly string[] Known = ["apparmor", "credentialspec", "label", "mask", "no-new-privileges", "proc-opts", "seccomp", "systempaths", "unmask", "writable-cgroups"];

    public static void Read(ContainerFacts facts)
    {
        var found = new Dictionary<string, SettingFact>(StringComparer.Ordinal);
        var options = facts[Field];
        if (options.IsUnresolved || (options.Exists && options.Node is not DataSequence))
        {
            Hide(options, found);
        }

        for (var i = 0; i < options.Count; i++)
        {
            var option = options.At(i);
            if (option.IsUnresolved)
            {
                ReadHidden(option, found);
            }
            else if (option.Text is { } text)
            {
                ReadOption(facts, option, text, ValueEdit.Remove(options, i, facts.Text), found);
            }
            else if (!option.IsNull)
            {
                facts.AddFlaw(FlawKind.Refused, $"an item of {Field} that is no text", "Compose takes texts alone, such as no-new-privileges:true, and a sandbox is selected by runtime", option.Range);
            }
        }

        if (!facts.IsWindows)
        {
            AddDefaults(facts, found);
        }

        facts.Facts.AddRange(found.OrderBy(static fact => fact.Key, StringComparer.Ordinal).Select(static fact => fact.Value));
    }

    private static void AddDefaults(ContainerFacts facts, Dictionary<string, SettingFact> found)
    {
        var place = facts.Container.Range;
        var filter = SettingFact.Choice("seccomp", "RuntimeDefault", place) with { IsDefault = true };
        if (found.TryGetValue("seccomp", out var own))
        {
            found["seccomp"] = own with { Otherwise = filter };
        }
        else
        {
            facts.AddDefault(filter);
        }

        if (!found.ContainsKey("allowPrivilegeEscalation"))
        {
            facts.AddDefault(SettingFact.Flag("allowPrivilegeEscalation", true, place));
        }
    }

    /// <summary>The later of two options of one name counts.</summary>
    private static void ReadOption(ContainerFacts facts, DataCursor option, string text, Text.TextEdit? removal, Dictionary<string, SettingFact> found)
    {
        var (name, value) = Split(text);
        switch (name)
        {
            case "seccomp" when value.Length > 0:
                Put(SettingFact.Choice("seccomp", value switch { Unconfined => "Unconfined", "builtin" => "RuntimeDefault", _ => "Localhost" }, option.Range));
                break;
            case "apparmor" when value.Length > 0:
                Put(SettingFact.Choice("appArmor", value switch { Unconfined => "Unconfined", "docker-default" => "RuntimeDefault", _ => "Localhost" }, option.Range));
                break;
            case "no-new-privileges":
                if (value.Length == 0 || ComposeBoolean.Of(option.TextOf(value)) is { })
                {
                    var forbids = value.Length == 0 || ComposeBoolean.Of(option.TextOf(value)) == true;
                    Put(SettingFact.Flag("allowPrivilegeEscalation", !forbids, option.Range), forbids);
                    break;
                }

                Refuse();
                break;
            case "label" when value == "disable":
                Put(SettingFact.Flag("seLinuxDisabled", true, option.Range));
                break;
            case "label" when value.Length > 0:
                Put(SettingFact.Flag("seLinuxOptions", true, option.Range), isHarmless: true);
                break;
            case "systempaths" when value == Unconfined:
            case "unmask" when value.Length > 0:
                Put(SettingFact.Choice("procMount", "Unmasked", option.Range));
                break;
            default:
                if (value.Length == 0 || Array.IndexOf(Known, name) < 0)
                {
                    Refuse();
                }

                break;
        }

        void Put(SettingFact fact, bool isHarmless = false) =>
            found[fact.SettingId] = fact with { Shown = facts.Show(Field, text), Mend = isHarmless || fact.Value is "RuntimeDefault" or "Localhost" ? null : removal };

        void Refuse() => facts.AddFlaw(FlawKind.Refused, $"'{text}' in {facts.Show(Field)}", "the engine knows no such option; write name=value with one of " + string.Join(", ", Known), option.Range);
    }

    /// <summary>An option whose name is known says at least what it is about; another may be anything.</summary>
    private static void ReadHidden(DataCursor option, Dictionary<string, SettingFact> found)
    {
        var setting = Split(option.Text ?? string.Empty).Name switch
        {
            "seccomp" => "seccomp",
            "apparmor" => "appArmor",
            "no-new-privileges" => "allowPrivilegeEscalation",
            "label" => "seLinuxDisabled",
            "systempaths" or "unmask" => "procMount",
            "credentialspec" => string.Empty,
            _ => null,
        };
        if (setting is null)
        {
            Hide(option, found);
        }
        else if (setting.Length > 0)
        {
            found[setting] = Open(setting, option);
        }
    }

    private static void Hide(DataCursor place, Dictionary<string, SettingFact> found)
    {
        foreach (var setting in new[] { "allowPrivilegeEscalation", "appArmor", "procMount", "seLinuxDisabled", "seccomp" })
        {
            found[setting] = Open(setting, place);
        }
    }

    private static SettingFact Open(string setting, DataCursor place) => SettingFact.Open(setting, ContainerFacts.Unset(place), place.Range) with { Shown = Field };

    private static (string Name, string Value) Split(string text)
    {
        var cut = text.IndexOf('=');
        cut = cut < 0 ? text.IndexOf(':') : cut;
        return cut < 0 ? (text, string.Empty) : (text.Substring(0, cut), text.Substring(cut + 1));
    }

    /// <summary>A part of an option as a value of its own.</summary>
    private static DataCursor TextOf(this DataCursor option, string value) => new(new DataScalar(option.Range, value, isPlain: false, -1));
}
