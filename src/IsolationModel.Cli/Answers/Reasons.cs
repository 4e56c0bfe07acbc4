using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Values;

namespace IsolationModel.Cli.Answers;

/// <summary>Why a technology has its verdict.</summary>
internal static class Reasons
{
    /// <summary>
    /// For a veto what fails, and nothing that merely may; for something unproven what is open; for something suitable nothing. The first one is the
    /// weightiest.
    /// </summary>
    public static IEnumerable<string> Of(ModelIndex model, PlatformDefinition? platform, RankedTechnology ranked) => ranked.Verdict switch
    {
        Verdict.Unsuitable => Vetoes(model, ranked.Assessment),
        Verdict.Unproven => Open(ranked.Assessment, platform),
        _ => [],
    };

    private static IEnumerable<string> Vetoes(ModelIndex model, TechnologyAssessment assessment)
    {
        if (assessment.Ban is { } ban)
        {
            yield return $"forbidden{(ban.Until is null ? string.Empty : $" until {ban.Until}")}: {Sentence.AsClause(ban.Reason)}";
        }

        foreach (var effect in assessment.Isolation.Effects.Where(static effect => effect is { IsCertain: true, Effect.Kind: EffectKind.Unsupported }))
        {
            yield return $"refuses {effect.Weakening.Title}: {Sentence.AsClause(effect.Effect.Why)}";
        }

        foreach (var result in assessment.Results.Where(static result => result.Effective == Outcome.Fails))
        {
            foreach (var constraint in result.Constraints.Where(static constraint => constraint.Effective == Outcome.Fails))
            {
                yield return Of(model, assessment, result, constraint);
            }
        }
    }

    private static string Of(ModelIndex model, TechnologyAssessment assessment, NeedResult result, ConstraintResult constraint)
    {
        var left = constraint.Own > Outcome.Fails && assessment.Isolation.Effective is { } effective
            ? $"; the settings leave {ValueText.Levels(model.BoundaryScale, effective)}"
            : string.Empty;
        return $"{Asked(result, constraint)}, found {constraint.Found}{left}";
    }

    private static IEnumerable<string> Open(TechnologyAssessment assessment, PlatformDefinition? platform)
    {
        foreach (var result in assessment.Results.Where(static result => result.Effective is Outcome.May or Outcome.Unknown).OrderBy(static result => result.Effective))
        {
            if (result.Need.Unchecked is { } why)
            {
                yield return $"{result.Need.Token}: {why}";
            }

            foreach (var constraint in result.Constraints.Where(static constraint => constraint.Effective is Outcome.May or Outcome.Unknown))
            {
                var depends = constraint.Own != constraint.Effective ? "; with these settings it depends on the node" : string.Empty;
                yield return constraint.Effective == Outcome.Unknown
                    ? $"{Asked(result, constraint)}, nothing is known of it"
                    : $"{Asked(result, constraint)}, found {constraint.Found}{depends}";
            }
        }

        foreach (var requirement in platform?.Requirements ?? default)
        {
            if (requirement.Against(id => assessment.Technology.Find(id)?.Value) is Outcome.May or Outcome.Unknown)
            {
                yield return $"{platform!.Id} requires {requirement.Text}";
            }
        }
    }

    /// <summary><c>untrusted-code: boundary at least software-sandbox</c>; a limit says itself what it asks for.</summary>
    private static string Asked(NeedResult result, ConstraintResult constraint) =>
        result.Need.Definition is null ? result.Need.Token : $"{result.Need.Token}: {constraint.Constraint.Text}";
}
