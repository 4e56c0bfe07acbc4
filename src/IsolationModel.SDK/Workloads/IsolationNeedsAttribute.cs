namespace IsolationModel;

/// <summary>
/// Declares what every workload of the project needs, those of its deployment descriptors included:
/// <c>[assembly: IsolationNeeds("untrusted-code, startup &lt;= 1 s")]</c>. The compiler judges by it.
/// </summary>
/// <remarks>It holds together with what descriptors, types, methods and the MSBuild property <c>IsolationNeeds</c> declare.</remarks>
/// <param name="needs">The needs, separated by commas; <c>NeedTokens</c> has them as constants.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class IsolationNeedsAttribute(string needs) : NeedsAttribute(needs)
{
    /// <summary>Declares a level or a scenario alone.</summary>
    public IsolationNeedsAttribute()
        : this(string.Empty)
    {
    }
}
