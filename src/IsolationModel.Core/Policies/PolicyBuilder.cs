using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Policies;

/// <summary>
/// Evaluates the model in advance, as far as it can be without a pod: needs, values of technologies, bans and node facts are known, and what is
/// left is a condition on settings for each technology. No policy is written by hand, so none can differ from the evaluator.
/// </summary>
public sealed class PolicyBuilder
{
    private readonly ModelIndex _model;
    private readonly NeedSet _needs;
    private readonly PolicyMode _mode;
    private readonly ConditionCompiler _compiler;

    private PolicyBuilder(ModelIndex model, NeedSet needs, PolicyMode mode, IReadOnlyCollection<string> settings) =>
        (_model, _needs, _mode, _compiler) = (model, needs, mode, new ConditionCompiler(model, settings));

    private bool Proves => _mode == PolicyMode.Prove;

    /// <summary>Derives the policy.</summary>
    /// <param name="model">The model, with the node facts that it declares.</param>
    /// <param name="needs">What pods must meet.</param>
    /// <param name="mode">Which end of the verdict the policy draws its line at.</param>
    /// <param name="settings">The ids of the settings that a descriptor can say.</param>
    public static PolicyDerivation Derive(ModelIndex model, NeedSet needs, PolicyMode mode, IReadOnlyCollection<string> settings)
    {
        var problems = PolicyProblems.Of(needs, mode).ToList();
        if (problems.Count > 0)
        {
            return new PolicyDerivation(null, problems);
        }

        var policy = new PolicyBuilder(model, needs, mode, settings).Build();
        return PolicyProblems.Of(policy, needs) is { } problem ? new PolicyDerivation(null, [problem]) : new PolicyDerivation(policy, []);
    }

    private IsolationPolicy Build()
    {
        var scenarios = TechnologyAssessment.ScenariosOf(_needs.Needs).ToList();
        var bound = _needs.Needs.Where(need => need.BindsTechnology).ToList();
        var candidates = new List<(string Technology, List<Refusing> Rules)>();
        var refused = new List<string>();
        foreach (var technology in _model.Definition.Technologies.Where(IsPickable).OrderBy(entry => entry.Id, StringComparer.Ordinal))
        {
            if (_model.BanOf(technology.Id, scenarios) is null && RulesOf(technology, bound) is { } rules)
            {
                candidates.Add((technology.Id, rules));
            }
            else
            {
                refused.Add(technology.Id);
            }
        }

        return new IsolationPolicy(
            _mode,
            bound.ToEquatableArray(),
            candidates.Select(candidate => candidate.Technology).ToEquatableArray(),
            AdmitsUnknown: !Proves,
            refused.ToEquatableArray(),
            Rules(candidates));
    }

    /// <summary>Whether some runtime name picks a technology, or a platform brings it; others can be bought or built, but nothing in a cluster means them.</summary>
    private bool IsPickable(TechnologyDefinition technology) => technology.Stack is not null || _model.HasRuntimeName(technology.Id);

    private static EquatableArray<PolicyRule> Rules(List<(string Technology, List<Refusing> Rules)> candidates) => candidates
        .SelectMany(candidate => candidate.Rules.Select(rule => (candidate.Technology, Rule: rule)))
        .GroupBy(entry => (entry.Rule.Order, entry.Rule.Id))
        .OrderBy(group => group.Key.Order)
        .ThenBy(group => group.Key.Id, StringComparer.Ordinal)
        .Select(group => new PolicyRule(
            group.Key.Id,
            group.First().Rule.Title,
            group.First().Rule.IsMissing,
            group.First().Rule.Condition,
            group.Select(entry => entry.Technology).ToEquatableArray(),
            group.Select(entry => entry.Rule.FactId).OfType<string>().Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray()))
        .ToEquatableArray();

    /// <summary>What containers must not say under a technology; null where it is refused whatever they say.</summary>
    private List<Refusing>? RulesOf(TechnologyDefinition technology, IReadOnlyList<DeclaredNeed> needs)
    {
        if (LevelNeeded(technology, needs) is not { } level)
        {
            return null;
        }

        var rules = new List<Refusing>();
        var raises = new List<(WeakeningDefinition Weakening, PolicyCondition Active)>();
        var start = technology.Find(ModelDefinition.BoundaryAttributeId)?.Value as OrdinalInterval;
        var weakenings = _model.Definition.Weakenings;
        for (var i = 0; i < weakenings.Count; i++)
        {
            if (Refusal.EffectOf(_model, weakenings[i], technology) is not { } effect)
            {
                continue;
            }

            // What no pod can say raises nothing, and is no advice.
            if (start is not null
                && EffectiveIsolation.Raises(effect, start)
                && (Proves ? effect.Low : effect.High) >= level
                && _compiler.Active(weakenings[i], isShown: Proves) is { Kind: not PolicyConditionKind.Never } active)
            {
                raises.Add((weakenings[i], active));
            }

            var (low, high) = EffectiveIsolation.Limits(_model, effect, NodeState.Unknown);
            if (effect.Kind == EffectKind.Unsupported || (Proves ? low : high) < level)
            {
                var factId = effect.Kind == EffectKind.Range && low < level && high >= level ? effect.FactId : null;
                rules.Add(new Refusing(i, weakenings[i].Id, weakenings[i].Title, false, _compiler.Active(weakenings[i], isShown: !Proves), factId));
            }
        }

        // What is between two levels by itself reaches the higher one with the settings that raise it.
        if (start is not null && (Proves ? start.Low : start.High) < level)
        {
            rules.Add(new Refusing(
                weakenings.Count,
                "without-" + string.Join("-or-", raises.Select(raise => raise.Weakening.Id)),
                string.Join(" or ", raises.Select(raise => raise.Weakening.Title)),
                true,
                PolicyCondition.Not(PolicyCondition.Any(raises.Select(raise => raise.Active))),
                null));
        }

        return rules.Exists(rule => rule.Condition.Kind == PolicyConditionKind.Always) ? null : Necessary(rules);
    }

    /// <summary>Rules without those that never apply, and without those that another one makes needless.</summary>
    private static List<Refusing> Necessary(List<Refusing> rules)
    {
        var possible = rules.FindAll(rule => rule.Condition.Kind != PolicyConditionKind.Never);
        return possible.FindAll(rule => !possible.Exists(other =>
            !ReferenceEquals(other, rule) && rule.Condition.Implies(other.Condition) && (!other.Condition.Implies(rule.Condition) || other.Order < rule.Order)));
    }

    /// <summary>The level of boundary that a technology has to keep for all needs to pass; 0 for none, null where it does not pass whatever is kept.</summary>
    private int? LevelNeeded(TechnologyDefinition technology, IReadOnlyList<DeclaredNeed> needs)
    {
        var level = 0;
        foreach (var constraint in needs.SelectMany(need => need.Constraints))
        {
            if (LevelNeeded(technology, constraint) is not { } needed)
            {
                return null;
            }

            level = Math.Max(level, needed);
        }

        return level;
    }

    private int? LevelNeeded(TechnologyDefinition technology, Constraint constraint)
    {
        // Settings act on the boundary alone; every other value stands as it is.
        var isBoundary = string.Equals(constraint.AttributeId, ModelDefinition.BoundaryAttributeId, StringComparison.Ordinal);
        var value = technology.Find(constraint.AttributeId)?.Value;
        var least = isBoundary && value is OrdinalInterval && constraint.Threshold is OrdinalThreshold { Side: ThresholdSide.AtLeast } threshold ? threshold.Level
            : Passes(value?.Against(constraint.Threshold) ?? Outcome.Unknown) ? 0
            : (int?)null;
        foreach (var alternative in constraint.OrElse)
        {
            var needed = LevelNeeded(technology, alternative);
            least = needed is null || least < needed ? least : needed;
        }

        return least;
    }

    private bool Passes(Outcome outcome) => Proves ? outcome == Outcome.Meets : outcome != Outcome.Fails;

    /// <summary>A rule under one technology.</summary>
    private sealed record Refusing(int Order, string Id, string Title, bool IsMissing, PolicyCondition Condition, string? FactId);
}
