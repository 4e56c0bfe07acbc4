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
        Verdict.Unproven => Open(model, ranked.Assessment, platform),
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
                yield return $"{Asked(result, constraint)}, found {constraint.Found}{Left(model, assessment, constraint)}";
            }
        }
    }

    /// <summary>What the settings leave of the boundary, and which of them takes it; nothing where they change no outcome.</summary>
    private static string Left(ModelIndex model, TechnologyAssessment assessment, ConstraintResult constraint)
    {
        if (constraint.Own == constraint.Effective || assessment.Isolation.Effective is not { } effective)
        {
            return string.Empty;
        }

        var cause = assessment.Isolation.Effects.Where(static effect => effect.Effect.Kind is EffectKind.Cap or EffectKind.Range).OrderBy(static effect => effect.Low).FirstOrDefault();
        var by = cause is null ? "the settings leave" : $"{cause.Weakening.Title} leaves";
        var decided = cause is { Effect.DecidedBy: { } node } && cause.Low != cause.High ? $", decided by {node}" : string.Empty;
        return $"; {by} {ValueText.Levels(model.BoundaryScale, effective)}{decided}";
    }

    private static IEnumerable<string> Open(ModelIndex model, TechnologyAssessment assessment, PlatformDefinition? platform)
    {
        foreach (var result in assessment.Results.Where(static result => result.Effective is Outcome.May or Outcome.Unknown).OrderBy(static result => result.Effective))
        {
            if (result.Need.Unchecked is { } why)
            {
                yield return $"{result.Need.Token}: {why}";
            }

            foreach (var constraint in result.Constraints.Where(static constraint => constraint.Effective is Outcome.May or Outcome.Unknown))
            {
                yield return constraint.Effective == Outcome.Unknown
                    ? $"{Asked(result, constraint)}, nothing is known of it"
                    : $"{Asked(result, constraint)}, found {constraint.Found}{Left(model, assessment, constraint)}";
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
        result.Need.Token.AsSpan().ContainsAny('<', '>') ? result.Need.Token : $"{result.Need.Token}: {constraint.Constraint.Text}";
}
