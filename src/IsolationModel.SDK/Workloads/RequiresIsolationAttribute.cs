namespace IsolationModel;

/// <summary>
/// Declares what the workloads need that a type or method describes: each <see cref="WorkloadDescriptor"/> that is made there is judged by it, in the
/// compiler.
/// </summary>
/// <param name="needs">The needs, separated by commas; <c>NeedTokens</c> has them as constants.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property,
    AllowMultiple = true,
    Inherited = false)]
public sealed class RequiresIsolationAttribute(string needs) : NeedsAttribute(needs)
{
    /// <summary>Declares a level or a scenario alone.</summary>
    public RequiresIsolationAttribute()
        : this(string.Empty)
    {
    }
}
