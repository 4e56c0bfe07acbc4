namespace IsolationModel.Workloads;

/// <summary>The keys by which descriptors declare needs: Kubernetes annotations, and labels and extension fields of the same names elsewhere.</summary>
public static class NeedKeys
{
    /// <summary>What all keys start with.</summary>
    public const string Prefix = "isolationmodel.dev/";

    /// <summary>A list of needs.</summary>
    public const string Needs = Prefix + "needs";

    /// <summary>A security level.</summary>
    public const string Level = Prefix + "level";

    /// <summary>A scenario.</summary>
    public const string Scenario = Prefix + "scenario";

    /// <summary>Why a level is accepted that is weaker than one declared farther away.</summary>
    public const string AcceptWeaker = Prefix + "accept-weaker";

    /// <summary>Which findings are accepted, and why. It declares no need, but it has the same prefix.</summary>
    public const string Disable = Prefix + "disable";

    /// <summary>All keys, sorted.</summary>
    public static IReadOnlyList<string> All { get; } = [AcceptWeaker, Disable, Level, Needs, Scenario];
}
