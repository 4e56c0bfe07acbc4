using IsolationModel.Modeling;

namespace IsolationModel.Policies;

/// <summary>A condition on one container that is either true or false, made of the model's conditions, which have a third value.</summary>
public sealed record PolicyCondition
{
    private PolicyCondition(PolicyConditionKind kind) => Kind = kind;

    /// <summary>It holds whatever the container says.</summary>
    public static PolicyCondition Always { get; } = new(PolicyConditionKind.Always);

    /// <summary>It holds for no container.</summary>
    public static PolicyCondition Never { get; } = new(PolicyConditionKind.Never);

    /// <summary>What is asked.</summary>
    public PolicyConditionKind Kind { get; }

    /// <summary>The inner conditions of <see cref="PolicyConditionKind.All"/>, <see cref="PolicyConditionKind.Any"/> and <see cref="PolicyConditionKind.Not"/>.</summary>
    public EquatableArray<PolicyCondition> Inner { get; private init; }

    /// <summary>The test of a setting; null for other kinds.</summary>
    public SettingPredicate? Test { get; private init; }

    /// <summary>Whether the test must be shown to hold; otherwise it is enough that it may hold.</summary>
    public bool IsShown { get; private init; }

    /// <summary>The paths that a <see cref="PredicateKind.Touches"/> test is about.</summary>
    public EquatableArray<PathExpressions> Paths { get; private init; }

    /// <summary>The capabilities, sorted; for <see cref="PolicyConditionKind.KeepsCapability"/> only.</summary>
    public EquatableArray<string> Capabilities { get; private init; }

    /// <summary>A test of a setting.</summary>
    public static PolicyCondition Of(SettingPredicate test, bool isShown, EquatableArray<PathExpressions> paths = default) =>
        new(PolicyConditionKind.Setting) { Test = test, IsShown = isShown, Paths = paths };

    /// <summary>Some of these capabilities is added and not dropped.</summary>
    public static PolicyCondition Keeps(IEnumerable<string> capabilities)
    {
        var sorted = capabilities.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
        return sorted.Count == 0 ? Never : new(PolicyConditionKind.KeepsCapability) { Capabilities = sorted };
    }

    /// <summary>The opposite.</summary>
    public static PolicyCondition Not(PolicyCondition condition) => condition.Kind switch
    {
        PolicyConditionKind.Always => Never,
        PolicyConditionKind.Never => Always,
        PolicyConditionKind.Not => condition.Inner[0],
        _ => new(PolicyConditionKind.Not) { Inner = new([condition]) },
    };

    /// <summary>All of them hold.</summary>
    public static PolicyCondition All(IEnumerable<PolicyCondition> conditions) => Combine(PolicyConditionKind.All, conditions, Always, Never);

    /// <summary>Some of them holds.</summary>
    public static PolicyCondition Any(IEnumerable<PolicyCondition> conditions) => Combine(PolicyConditionKind.Any, conditions, Never, Always);

    /// <summary>Whether this one certainly makes the other one hold. Told by form alone, so that a "no" says nothing.</summary>
    public bool Implies(PolicyCondition other) =>
        Equals(other)
        || Kind == PolicyConditionKind.Never
        || other.Kind == PolicyConditionKind.Always
        || (Kind == PolicyConditionKind.Any && Inner.All(inner => inner.Implies(other)))
        || (other.Kind == PolicyConditionKind.All && other.Inner.All(Implies))
        || (Kind == PolicyConditionKind.All && Inner.Any(inner => inner.Implies(other)))
        || (other.Kind == PolicyConditionKind.Any && other.Inner.Any(Implies))
        || (Kind == PolicyConditionKind.Not && other.Kind == PolicyConditionKind.Not && other.Inner[0].Implies(Inner[0]))
        || (Kind == PolicyConditionKind.KeepsCapability && other.Kind == PolicyConditionKind.KeepsCapability && Capabilities.All(name => other.Capabilities.Contains(name)))
        || (Kind == PolicyConditionKind.Setting && other.Kind == PolicyConditionKind.Setting && IsShown && !other.IsShown && Test!.Equals(other.Test) && Paths == other.Paths);

    private static PolicyCondition Combine(PolicyConditionKind kind, IEnumerable<PolicyCondition> conditions, PolicyCondition neutral, PolicyCondition decisive)
    {
        var inner = new List<PolicyCondition>();
        foreach (var condition in conditions.SelectMany(condition => condition.Kind == kind ? condition.Inner : (IEnumerable<PolicyCondition>)[condition]))
        {
            if (condition.Kind == decisive.Kind)
            {
                return decisive;
            }

            if (condition.Kind != neutral.Kind && !inner.Contains(condition))
            {
                inner.Add(condition);
            }
        }

        return inner.Count switch
        {
            0 => neutral,
            1 => inner[0],
            _ => new(kind) { Inner = inner.ToEquatableArray() },
        };
    }
}
