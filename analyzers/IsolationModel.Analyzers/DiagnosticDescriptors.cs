using System.Collections.Immutable;
using IsolationModel.Findings;
using Microsoft.CodeAnalysis;
using RuleSet = IsolationModel.Rules.RuleSet;

namespace IsolationModel.Analyzers;

/// <summary>The compiler's view of the rules: made once from the registry, so that no rule can be forgotten here.</summary>
internal static class DiagnosticDescriptors
{
    private const string CategoryPrefix = "Isolation.";

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        RuleSet.All.ToImmutableDictionary(rule => rule.Id, Create, StringComparer.Ordinal);

    /// <summary>Every rule, sorted by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.CreateRange(RuleSet.All.Select(Of));

    /// <summary>A rule's descriptor.</summary>
    public static DiagnosticDescriptor Of(RuleDescriptor rule) => ById[rule.Id];

    /// <summary>A rule's category as the compiler sees it.</summary>
    public static string CategoryOf(RuleDescriptor rule) => CategoryPrefix + rule.Category;

    /// <summary>The compiler's word for a severity.</summary>
    public static DiagnosticSeverity SeverityOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Create(RuleDescriptor rule) => new(
        rule.Id,
        rule.Title,
        // The whole message is the argument: Core words it, the same for every front end.
        messageFormat: "{0}",
        CategoryOf(rule),
        SeverityOf(rule.DefaultSeverity),
        isEnabledByDefault: true,
        rule.Description,
        rule.HelpUri.AbsoluteUri,
        // The name is a tag, because SARIF files of the compiler have no other place for it. Not CustomSeverityConfigurable: that tag
        // would switch off dotnet_diagnostic entries in .globalconfig files.
        rule.Name);
}
