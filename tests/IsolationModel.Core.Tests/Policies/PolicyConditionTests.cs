using IsolationModel.Modeling;
using IsolationModel.Policies;

namespace IsolationModel.Core.Tests.Policies;

/// <summary>Conditions are simplified as they are made, and one that follows from another is known.</summary>
public sealed class PolicyConditionTests
{
    private static readonly PolicyCondition A = Flag("a");
    private static readonly PolicyCondition B = Flag("b");

    [Fact]
    public void Constants_vanish_or_decide()
    {
        Assert.Equal(A, PolicyCondition.All([A, PolicyCondition.Always, A]));
        Assert.Equal(PolicyCondition.Never, PolicyCondition.All([A, PolicyCondition.Never]));
        Assert.Equal(A, PolicyCondition.Any([PolicyCondition.Never, A]));
        Assert.Equal(PolicyCondition.Always, PolicyCondition.Any([A, PolicyCondition.Always]));
        Assert.Equal(PolicyCondition.Always, PolicyCondition.All([]));
        Assert.Equal(PolicyCondition.Never, PolicyCondition.Keeps([]));
    }

    [Fact]
    public void Nesting_and_double_negation_vanish()
    {
        Assert.Equal(PolicyCondition.All([A, B]), PolicyCondition.All([PolicyCondition.All([A]), PolicyCondition.All([B, A])]));
        Assert.Equal(A, PolicyCondition.Not(PolicyCondition.Not(A)));
    }

    [Fact]
    public void What_follows_is_known_and_what_does_not_is_not()
    {
        var both = PolicyCondition.All([A, B]);
        var either = PolicyCondition.Any([A, B]);
        Assert.True(both.Implies(A));
        Assert.True(A.Implies(either));
        Assert.True(both.Implies(either));
        Assert.True(PolicyCondition.Not(either).Implies(PolicyCondition.Not(A)));
        Assert.True(PolicyCondition.Keeps(["X"]).Implies(PolicyCondition.Keeps(["X", "Y"])));
        Assert.True(Flag("a", isShown: true).Implies(Flag("a", isShown: false)));
        Assert.False(A.Implies(both));
        Assert.False(either.Implies(A));
        Assert.False(A.Implies(B));
        Assert.False(Flag("a", isShown: false).Implies(Flag("a", isShown: true)));
        Assert.False(PolicyCondition.Keeps(["X", "Y"]).Implies(PolicyCondition.Keeps(["X"])));
    }

    private static PolicyCondition Flag(string setting, bool isShown = true) =>
        PolicyCondition.Of(new SettingPredicate(PredicateKind.Is, setting, new EquatableArray<string>(["true"]), default), isShown);
}
