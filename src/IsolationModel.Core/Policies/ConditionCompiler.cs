using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Policies;

/// <summary>
/// Turns the model's conditions on settings into conditions that are true or false: a condition of three values is shown, or it may hold, and
/// negation turns the one into the other. What <see cref="EffectiveSettings"/> makes of settings that touch each other is written out here.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="settings">The settings that a descriptor can say; others have their defaults.</param>
internal sealed class ConditionCompiler(ModelIndex model, IReadOnlyCollection<string> settings)
{
    private static readonly WorkloadContainer Silent = new(string.Empty, []);

    private readonly Dictionary<(string Weakening, bool IsShown), PolicyCondition> _active = [];
    private readonly Dictionary<string, EquatableArray<PathExpressions>> _paths = new(StringComparer.Ordinal);

    private EquatableArray<string> Words => model.Setting(EffectiveSettings.Added)?.Words ?? default;

    /// <summary>When a weakening is active.</summary>
    /// <param name="weakening">The weakening.</param>
    /// <param name="isShown">Whether it must be shown to be; otherwise it is enough that it may be.</param>
    public PolicyCondition Active(WeakeningDefinition weakening, bool isShown)
    {
        if (!_active.TryGetValue((weakening.Id, isShown), out var active))
        {
            var when = Compile(weakening.When, isShown);
            active = weakening.Unless is null ? when : PolicyCondition.All([when, PolicyCondition.Not(Compile(weakening.Unless, !isShown))]);
            _active.Add((weakening.Id, isShown), active);
        }

        return active;
    }

    private PolicyCondition Compile(SettingPredicate predicate, bool isShown) => predicate.Kind switch
    {
        PredicateKind.All => PolicyCondition.All(predicate.Inner.Select(inner => Compile(inner, isShown))),
        PredicateKind.Any => PolicyCondition.Any(predicate.Inner.Select(inner => Compile(inner, isShown))),
        _ when !settings.Contains(predicate.SettingId!) => Constant(PredicateEvaluator.Evaluate(model, predicate, Silent).Truth == Truth.True),
        _ => predicate.SettingId switch
        {
            EffectiveSettings.Added => Added(predicate),
            EffectiveSettings.Escalation => Escalation(predicate),
            _ => PolicyCondition.Of(predicate, isShown, predicate.Kind == PredicateKind.Touches ? PathsOf(predicate.Operands[0]) : default),
        },
    };

    private EquatableArray<PathExpressions> PathsOf(string listId)
    {
        if (!_paths.TryGetValue(listId, out var paths))
        {
            _paths.Add(listId, paths = HostPathPattern.Of(model.PathList(listId)!.Entries));
        }

        return paths;
    }

    /// <summary>Escalation cannot be forbidden to what is privileged or keeps SYS_ADMIN.</summary>
    private PolicyCondition Escalation(SettingPredicate predicate)
    {
        var forbidden = PolicyCondition.All(
        [
            PolicyCondition.Of(new SettingPredicate(PredicateKind.Is, EffectiveSettings.Escalation, Of("false"), default), isShown: true),
            PolicyCondition.Not(PolicyCondition.Of(new SettingPredicate(PredicateKind.Is, EffectiveSettings.Privileged, Of("true"), default), isShown: false)),
            PolicyCondition.Not(Contains([EffectiveSettings.All, EffectiveSettings.SysAdmin])),
        ]);
        return PolicyCondition.Any(
        [
            predicate.Operands.Contains("false") ? forbidden : PolicyCondition.Never,
            predicate.Operands.Contains("true") ? PolicyCondition.Not(forbidden) : PolicyCondition.Never,
        ]);
    }

    /// <summary>What is asked of the capabilities that are left once ALL is written out and what is dropped is taken away.</summary>
    private PolicyCondition Added(SettingPredicate predicate) => predicate.Kind switch
    {
        PredicateKind.ContainsAny => Contains(predicate.Operands),
        PredicateKind.ContainsAll => PolicyCondition.All(predicate.Operands.Select(word => Contains([word]))),
        PredicateKind.Beyond => Beyond(predicate.Operands),
        PredicateKind.Within => PolicyCondition.Not(Beyond(predicate.Operands)),
        _ => Beyond(default),
    };

    private PolicyCondition Contains(IReadOnlyCollection<string> operands) => PolicyCondition.Any(
        new[] { Keeps(Words.Where(operands.Contains), operands.Contains(EffectiveSettings.All)) }
            .Concat(operands.Where(word => word != EffectiveSettings.All && !Words.Contains(word)).Select(KeepsUnknown)));

    private PolicyCondition Beyond(EquatableArray<string> operands) => PolicyCondition.Any(
    [
        Keeps(Words.Where(word => !operands.Contains(word)), !operands.Contains(EffectiveSettings.All)),
        // Whether it is dropped again is not asked: no engine starts a container with a capability that no kernel has.
        Raw(EffectiveSettings.Added, PredicateKind.Beyond, [.. Words, .. operands.Where(word => !Words.Contains(word)), EffectiveSettings.All]),
    ]);

    /// <summary>Some known capability of these is left; or ALL, which stays one word as long as nothing known is dropped beside it.</summary>
    private PolicyCondition Keeps(IEnumerable<string> words, bool countsAll)
    {
        var known = words.ToList();
        var kept = PolicyCondition.Keeps(known);
        var all = PolicyCondition.All([Raw(EffectiveSettings.Added, PredicateKind.ContainsAny, [EffectiveSettings.All]), PolicyCondition.Not(Raw(EffectiveSettings.Dropped, PredicateKind.ContainsAny, [EffectiveSettings.All]))]);
        if (known.Count == 0)
        {
            return countsAll ? PolicyCondition.All([all, PolicyCondition.Not(DropsKnown())]) : PolicyCondition.Never;
        }

        return countsAll ? kept : PolicyCondition.All([kept, PolicyCondition.Any([PolicyCondition.Not(all), Raw(EffectiveSettings.Added, PredicateKind.ContainsAny, known), DropsKnown()])]);
    }

    private PolicyCondition DropsKnown() => Raw(EffectiveSettings.Dropped, PredicateKind.ContainsAny, Words);

    private static PolicyCondition KeepsUnknown(string word) => PolicyCondition.All(
    [
        Raw(EffectiveSettings.Added, PredicateKind.ContainsAny, [word]),
        PolicyCondition.Not(Raw(EffectiveSettings.Dropped, PredicateKind.ContainsAny, [word])),
    ]);

    private static PolicyCondition Raw(string settingId, PredicateKind kind, IEnumerable<string> words) =>
        PolicyCondition.Of(new SettingPredicate(kind, settingId, words.ToEquatableArray(), default), isShown: true);

    private static EquatableArray<string> Of(string word) => new([word]);

    private static PolicyCondition Constant(bool holds) => holds ? PolicyCondition.Always : PolicyCondition.Never;
}
