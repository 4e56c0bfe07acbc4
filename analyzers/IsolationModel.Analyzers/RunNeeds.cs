using IsolationModel.Workloads;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers;

/// <summary>The needs that a project declares for all of its workloads, as MSBuild properties.</summary>
internal static class RunNeeds
{
    private static readonly (string Key, NeedCarrier Carrier)[] Properties =
    [
        ("build_property.IsolationNeeds", NeedCarrier.Needs),
        ("build_property.IsolationLevel", NeedCarrier.Level),
        ("build_property.IsolationScenario", NeedCarrier.Scenario),
    ];

    /// <summary>The declarations; they have no place in a file.</summary>
    public static IReadOnlyList<NeedDeclaration> Of(AnalyzerConfigOptions options)
    {
        var needs = new List<NeedDeclaration>();
        foreach (var (key, carrier) in Properties)
        {
            if (options.TryGetValue(key, out var value) && value.Trim() is { Length: > 0 } text)
            {
                needs.Add(NeedDeclaration.ForRun(carrier, text));
            }
        }

        return needs;
    }
}
