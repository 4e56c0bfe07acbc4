using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// Walks decision trees as they are written, and checks where they lead against every answer, since a tree stops asking at its first yes.
/// </summary>
public static class DecisionTreeEvaluator
{
    /// <summary>Every question of a tree, in the order in which it is asked.</summary>
    public static IEnumerable<DecisionQuestion> Questions(DecisionTreeDefinition tree)
    {
        foreach (var question in tree.Questions)
        {
            for (var asked = question; asked is not null; asked = asked.Refinement)
            {
                yield return asked;
            }
        }
    }

    /// <summary>
    /// The ids of the questions that declared needs answer with yes: those whose conditions the needs ask for, or more; what refines a question only
    /// behind that question's own yes.
    /// </summary>
    /// <remarks>Nothing answers with no: a workload may want what it does not declare.</remarks>
    public static IReadOnlyList<string> AnswersOf(DecisionTreeDefinition tree, IReadOnlyList<DeclaredNeed> needs)
    {
        var asked = needs.SelectMany(need => need.Constraints).ToEquatableArray();
        var yes = Questions(tree).Where(question => question.Means.Count > 0 && Tightening.Implies(asked, question.Means)).Select(question => question.Id);
        return Answered(tree, new HashSet<string>(yes, StringComparer.Ordinal)).Select(question => question.Id).ToList();
    }

    /// <summary>Walks a tree.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="yes">Ids of the questions that are answered with yes; all others are answered with no.</param>
    public static TreeOutcome Evaluate(ModelIndex model, DecisionTreeDefinition tree, IEnumerable<string> yes)
    {
        var answers = new HashSet<string>(yes, StringComparer.Ordinal);
        var path = PathOf(tree, answers);
        var recommendation = path.Count == 0 ? null : path[path.Count - 1].Recommendation;
        var answered = Answered(tree, answers).ToList();
        var ranking = TechnologyRanking.Rank(model, null, [], answered.ConvertAll(NeedOf), []);
        var candidates = ranking.Ranked.Where(ranked => recommendation?.TechnologyIds.Contains(ranked.Technology.Id) == true).ToList();
        return new TreeOutcome(
            path,
            recommendation,
            candidates,
            recommendation is null || candidates.Exists(candidate => candidate.Verdict == Verdict.Suitable) ? [] : Unmet(answered, candidates),
            ranking.Ranked.Where(ranked => ranked.Verdict == Verdict.Suitable).ToList());
    }

    /// <summary>The questions that were answered with yes; what refines a question says nothing without that question's own yes.</summary>
    private static IEnumerable<DecisionQuestion> Answered(DecisionTreeDefinition tree, HashSet<string> answers)
    {
        foreach (var question in tree.Questions)
        {
            for (var asked = question; asked is not null && answers.Contains(asked.Id); asked = asked.Refinement)
            {
                yield return asked;
            }
        }
    }

    private static List<DecisionQuestion> PathOf(DecisionTreeDefinition tree, HashSet<string> answers)
    {
        var path = new List<DecisionQuestion>();
        var asked = tree.Questions.FirstOrDefault(question => answers.Contains(question.Id));
        while (asked is not null && answers.Contains(asked.Id))
        {
            path.Add(asked);
            asked = asked.Refinement;
        }

        return path;
    }

    /// <summary>An answer as a need, so that the one evaluator judges it.</summary>
    private static DeclaredNeed NeedOf(DecisionQuestion question) =>
        new(question.Id, null, question.Means, NeedDeclaration.ForRun(NeedCarrier.Needs, question.Id), default);

    private static List<UnmetAnswer> Unmet(List<DecisionQuestion> answered, List<RankedTechnology> candidates)
    {
        var byAny = Unmet(answered, i => candidates.Count == 0 ? Outcome.Fails : candidates.Max(candidate => candidate.Assessment.Results[i].Effective));
        // Each answer may be met by some candidate and all of them by none: then the best candidate's gaps are what is open.
        return byAny.Count > 0 || candidates.Count == 0 ? byAny : Unmet(answered, i => candidates[0].Assessment.Results[i].Effective);
    }

    private static List<UnmetAnswer> Unmet(List<DecisionQuestion> answered, Func<int, Outcome> outcomeOf)
    {
        var unmet = new List<UnmetAnswer>();
        for (var i = 0; i < answered.Count; i++)
        {
            if (outcomeOf(i) is var outcome && outcome != Outcome.Meets)
            {
                unmet.Add(new UnmetAnswer(answered[i], outcome));
            }
        }

        return unmet;
    }
}
