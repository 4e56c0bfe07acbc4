using System.Globalization;
using System.Text;

namespace IsolationModel.Conformance.Code;

/// <summary>A descriptor as a program has it, and the code that makes the same one.</summary>
internal sealed record DescriptorCode(WorkloadDescriptor Descriptor, string Code)
{
    private static readonly Dictionary<Technology, string> Technologies = Members<Technology>(typeof(Technologies));
    private static readonly Dictionary<Platform, string> Platforms = Members<Platform>(typeof(Platforms));

    /// <summary>The names of all needs that have no parameters, with the needs.</summary>
    public static IReadOnlyList<(NeedTerm Term, string Code)> Terms { get; } =
    [
        .. Members<Threat>(typeof(Threats)).Select(entry => ((NeedTerm)entry.Key, entry.Value)),
        .. Members<SecurityLevel>(typeof(Levels)).Select(entry => ((NeedTerm)entry.Key, entry.Value)),
        .. Members<Scenario>(typeof(Scenarios)).Select(entry => ((NeedTerm)entry.Key, entry.Value)),
        .. Members<CompatibilityNeed>(typeof(Compatibility)).Select(entry => ((NeedTerm)entry.Key, entry.Value)),
        .. Members<PodSecurityStandard>(typeof(global::IsolationModel.PodSecurity)).Select(entry => ((NeedTerm)entry.Key, entry.Value)),
    ];

    /// <summary>Makes both.</summary>
    public static DescriptorCode Of(
        string name, Technology? technology, string? runtime, Platform? platform, IReadOnlyList<(NeedTerm Term, string Code)> terms, bool asText, PodSettings? settings, decimal? startup)
    {
        var members = new List<string>();
        var need = Need.Of();
        var needCode = "Need.Of()";
        if (terms.Count > 0)
        {
            need = asText ? Need.Parse(string.Join(", ", terms.Select(term => term.Term.Token))) : Need.Of([.. terms.Select(term => term.Term)]);
            needCode = asText ? $"Need.Parse({Text(string.Join(", ", terms.Select(term => term.Term.Token)))})" : $"Need.Of({string.Join(", ", terms.Select(term => term.Code))})";
        }

        if (startup is { } limit)
        {
            need = need.Require(Attributes.Startup <= Quantities.Milliseconds(limit), Attributes.Boundary.AtLeast(Boundary.Weakened)).Wish(Goals.Performance.High);
            needCode += $".Require(Attributes.Startup <= Quantities.Milliseconds({limit.ToString(CultureInfo.InvariantCulture)}m), Attributes.Boundary.AtLeast(Boundary.Weakened)).Wish(Goals.Performance.High)";
        }

        Add("Technology", technology is null ? null : Technologies[technology]);
        Add("Runtime", runtime is null ? null : Text(runtime));
        Add("Platform", platform is null ? null : Platforms[platform]);
        Add("Needs", needCode);
        Add("Settings", settings is null ? null : SettingsCode(settings));
        return new DescriptorCode(
            new WorkloadDescriptor(name) { Technology = technology, Runtime = runtime, Platform = platform, Needs = need, Settings = settings },
            $"new WorkloadDescriptor({Text(name)}) {{ {string.Join(", ", members)} }}");

        void Add(string member, string? value)
        {
            if (value is not null)
            {
                members.Add($"{member} = {value}");
            }
        }
    }

    private static string SettingsCode(PodSettings settings)
    {
        var members = new List<string>();
        foreach (var property in typeof(PodSettings).GetProperties())
        {
            var value = property.GetValue(settings) switch
            {
                bool flag => flag ? "true" : "false",
                Enum choice => $"{choice.GetType().Name}.{choice}",
                IList<string> { Count: > 0 } items => $"{{ {string.Join(", ", items.Select(Text))} }}",
                NodeFacts facts => NodeCode(facts),
                _ => null,
            };
            if (value is not null)
            {
                members.Add($"{property.Name} = {value}");
            }
        }

        return $"new PodSettings {{ {string.Join(", ", members)} }}";
    }

    private static string NodeCode(NodeFacts facts) => $"new NodeFacts {{ {string.Join(", ", typeof(NodeFacts).GetProperties()
        .Where(property => property.GetValue(facts) is bool)
        .Select(property => $"{property.Name} = {(property.GetValue(facts) is true ? "true" : "false")}"))} }}";

    private static string Text(string text) => new StringBuilder("\"").Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"').ToString();

    private static Dictionary<T, string> Members<T>(Type type)
        where T : class => type.GetProperties()
        .Where(property => property.PropertyType == typeof(T))
        .ToDictionary(property => (T)property.GetValue(null)!, property => $"{type.Name}.{property.Name}");
}
