using IsolationModel.Policies;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>Conditions of a policy in CEL.</summary>
internal static class CelConditions
{
    public static CelExpression Of(PolicyCondition condition) => condition.Kind switch
    {
        PolicyConditionKind.Always => CelExpression.True,
        PolicyConditionKind.Never => CelExpression.False,
        PolicyConditionKind.Not => CelExpression.Not(Of(condition.Inner[0])),
        PolicyConditionKind.All => CelExpression.And([.. condition.Inner.Select(Of)]),
        PolicyConditionKind.Any => CelExpression.Or([.. condition.Inner.Select(Of)]),
        PolicyConditionKind.KeepsCapability => CapabilityReading.Keeps(condition.Capabilities),
        _ => PodReadings.Of(condition.Test!.SettingId!).Test(condition),
    };
}
