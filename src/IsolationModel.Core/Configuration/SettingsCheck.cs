using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Configuration;

/// <summary>What settings mean together with a model.</summary>
public static class SettingsCheck
{
    /// <summary>Names in settings that the model does not know, and what it says otherwise; in the order of their places.</summary>
    public static IReadOnlyList<Finding> Of(IsolationSettings settings, ModelIndex model)
    {
        var findings = new List<Finding>();
        foreach (var declaration in settings.Needs.Concat(settings.Overrides.SelectMany(part => part.Needs)))
        {
            findings.AddRange(NeedSet.Combine(model, [declaration]).Problems.Select(problem => UnknownNeed.Of(SettingsRules.UnknownName, problem)));
        }

        foreach (var fact in settings.Nodes)
        {
            if (model.NodeFact(fact.FactId) is null)
            {
                var known = model.Definition.NodeFacts.Select(entry => entry.Id).ToList();
                var hint = NearestName.Of(fact.FactId, known) is { } nearest ? $"did you mean '{nearest}'?" : $"known are {string.Join(", ", known)}";
                findings.Add(At(settings, SettingsRules.UnknownName, fact.NameRange, $"there is no node fact '{fact.FactId}'; {hint}"));
            }
            else if (Contradicts(fact, model))
            {
                findings.Add(At(
                    settings,
                    SettingsRules.Contradiction,
                    fact.ValueRange,
                    $"an overlay declares node fact '{fact.FactId}' as {Word(!fact.Holds)}, and that holds; say it in one place"));
            }
        }

        findings.Sort(FindingOrder.Instance);
        return findings;
    }

    /// <summary>The finding for a file that settings name and that is not there.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="file">How they name it.</param>
    /// <param name="problem">What is wrong with it, without final period.</param>
    public static Finding Missing(IsolationSettings settings, PlacedText file, string problem) => At(settings, SettingsRules.UnknownName, file.Range, problem);

    /// <summary>The model as it judges under settings.</summary>
    internal static ModelIndex Apply(IsolationSettings settings, ModelIndex model)
    {
        var facts = settings.Nodes.Where(fact => model.NodeFact(fact.FactId) is not null && !Contradicts(fact, model)).Select(fact => new NodeFactDeclaration(fact.FactId, fact.Holds)).ToList();
        return model.WithNodeFacts(facts).On(settings.KubernetesVersion);
    }

    private static bool Contradicts(NodeFactSetting fact, ModelIndex model) => model.DeclaredFact(fact.FactId) is { } declared && declared != fact.Holds;

    private static string Word(bool holds) => holds ? "true" : "false";

    private static Finding At(IsolationSettings settings, RuleDescriptor rule, TextRange range, string message) =>
        Finding.At(rule, rule.DefaultSeverity, settings.Path, settings.Lines, range, message);
}
