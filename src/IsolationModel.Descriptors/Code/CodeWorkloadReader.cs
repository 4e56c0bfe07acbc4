using IsolationModel.Data;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors;

/// <summary>
/// Reads a <c>WorkloadDescriptor</c> that code builds. Keys are those of its members, settings and node facts have their ids; a need is a mapping whose
/// keys repeat: <c>token</c>, <c>require</c>, <c>wish</c>, <c>platform</c>, <c>settings</c>, and <c>open</c> for what only the running program knows.
/// </summary>
internal sealed class CodeWorkloadReader(DescriptorFileBuilder file)
{
    private const string Privileged = "privileged";
    private const string NodeKey = "node";
    private const string NoConstant = "it is no constant in the code, so only the running program knows";

    private readonly List<NeedDeclaration> _needs = [];
    private readonly List<NeedCondition> _conditions = [];
    private readonly List<(string GoalId, string Word)> _wishes = [];
    private bool _isOpen;

    /// <summary>Reads it.</summary>
    /// <param name="root">The descriptor.</param>
    /// <param name="range">Where the code names it.</param>
    public CodeWorkload Read(DataCursor root, TextRange range)
    {
        var needs = root["needs"];
        var ofNeeds = ReadNeeds(needs);
        var settings = IsSet(root["settings"]) ? root["settings"] : ofNeeds.Settings;
        var name = Value(root["name"]);
        return new CodeWorkload
        {
            Name = name?.Text ?? $"{{{name?.Expression ?? "?"}}}",
            Range = range,
            Technology = Value(root["technology"]),
            Runtime = Value(root["runtime"]),
            Platform = Value(root["platform"]) ?? (ofNeeds.Platform is { } platform ? Value(platform) : null),
            Settings = settings is { } given && IsSet(given) ? Container(given) : null,
            NodeFacts = settings is { Node: DataMapping } known ? NodeFacts(known[NodeKey]) : [],
            Needs = _needs,
            CodeNeeds = new CodeNeeds(_conditions, _wishes),
            HasOpenNeeds = _isOpen,
        };
    }

    private static bool IsSet(DataCursor value) => value is { Exists: true, IsNull: false };

    /// <summary>A value: null where nothing is set, and without text where the running program alone knows it.</summary>
    private static CodeValue? Value(DataCursor value) => !IsSet(value) ? null
        : value.Scalar is { IsUnresolved: false } scalar ? new CodeValue(scalar.Value, value.Range)
        : new CodeValue(null, value.Range, value.Scalar?.Value ?? "...");

    /// <summary>A setting that cannot be told leaves the boundary open; settings of which nothing can be told might be the worst of all.</summary>
    private static WorkloadContainer Container(DataCursor settings)
    {
        var facts = new CodeSettings();
        if (settings.Node is not DataMapping)
        {
            facts.Add(SettingFact.Open(Privileged, NoConstant, settings.Range));
        }

        foreach (var setting in settings.Members())
        {
            if (setting.Key != NodeKey && IsSet(setting.Value) && Fact(setting.Key, setting.Value) is { } fact)
            {
                facts.Add(fact);
            }
        }

        return facts.ToContainer(settings.Range);
    }

    private static SettingFact? Fact(string id, DataCursor value)
    {
        switch (value.Node)
        {
            case DataSequence { Items.Count: 0 }:
                return null;
            case DataSequence:
                var items = new List<SettingItem>(value.Count);
                var isPartial = false;
                for (var i = 0; i < value.Count; i++)
                {
                    var item = value.At(i);
                    if (item.Scalar is { IsUnresolved: false } word)
                    {
                        items.Add(new SettingItem(word.Value, item.Range));
                    }
                    else
                    {
                        isPartial = true;
                    }
                }

                return SettingFact.List(id, items, value.Range, isPartial, NoConstant);
            case DataScalar { IsUnresolved: false } scalar:
                return scalar.AsBoolean() is { } flag ? SettingFact.Flag(id, flag, value.Range) : SettingFact.Choice(id, scalar.Value, value.Range);
            default:
                return SettingFact.Open(id, NoConstant, value.Range);
        }
    }

    /// <summary>What is vouched for; what cannot be told, nobody vouches for.</summary>
    private static List<NodeFactDeclaration> NodeFacts(DataCursor node)
    {
        var facts = new List<NodeFactDeclaration>();
        foreach (var fact in node.Members())
        {
            if (fact.Value.Scalar is { IsUnresolved: false } scalar && scalar.AsBoolean() is { } holds)
            {
                facts.Add(new NodeFactDeclaration(fact.Key, holds));
            }
        }

        return facts;
    }

    private (DataCursor? Platform, DataCursor? Settings) ReadNeeds(DataCursor needs)
    {
        DataCursor? platform = null, settings = null;
        if (IsSet(needs) && needs.Node is not DataMapping)
        {
            _isOpen = true;
        }

        foreach (var entry in (needs.Node as DataMapping)?.Entries ?? [])
        {
            var value = needs.ValueOf(entry);
            switch (entry.Key.Value)
            {
                case "token" when value.Scalar is { IsUnresolved: false } token:
                    _needs.Add(new NeedDeclaration(
                        NeedCarrier.Needs, NeedScope.Template, token.Value, file.Path, file.Lines, value.Range, value.IsBehindAlias ? -1 : token.ContentStart));
                    break;
                case "require" when Condition(value) is { } condition:
                    _conditions.Add(condition);
                    break;
                case "wish" when value.Scalar is { IsUnresolved: false } wish && wish.Value.IndexOf(':') is > 0 and var colon:
                    _wishes.Add((wish.Value.Substring(0, colon), wish.Value.Substring(colon + 1)));
                    break;
                case "platform":
                    platform = value;
                    break;
                case "settings":
                    settings = value;
                    break;
                default:
                    _isOpen = true;
                    break;
            }
        }

        return (platform, settings);
    }

    private static NeedCondition? Condition(DataCursor value) => value["attribute"].Scalar is not { IsUnresolved: false } attribute ? null
        : NeedConditionText.Read(attribute.Value, value["limit"].Scalar is { IsUnresolved: false } limit ? limit.Value : string.Empty);
}
