using System.ComponentModel;

namespace IsolationModel;

/// <summary>What attributes that declare needs have in common.</summary>
/// <param name="needs">The needs, in the grammar of all declarations: <c>untrusted-code, startup &lt;= 1 s</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.All)]
public abstract class NeedsAttribute(string needs) : Attribute
{
    /// <summary>The needs, separated by commas; empty where only a level or a scenario is declared.</summary>
    public string Needs { get; } = needs;

    /// <summary>Id of a security level, such as <c>high</c>; null for none.</summary>
    public string? Level { get; set; }

    /// <summary>Id of a scenario, such as <c>serverless</c>; null for none.</summary>
    public string? Scenario { get; set; }

    /// <summary>Why a level is accepted here that is weaker than one declared farther away; null where none is.</summary>
    public string? AcceptWeaker { get; set; }
}
