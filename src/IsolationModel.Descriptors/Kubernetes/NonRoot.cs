using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Whether a container cannot run as root: it must not, or it runs as another user.</summary>
internal static class NonRoot
{
    private const string Setting = "runAsNonRoot";

    public static void Read(DataCursor flag, DataCursor user, List<SettingFact> facts)
    {
        var isRoot = SettingFacts.IsSet(user) ? IsRoot(user) : null;
        if (SettingFacts.IsTrue(flag))
        {
            facts.Add(SettingFact.Flag(Setting, true, flag.Range));
        }
        else if (isRoot is { } known)
        {
            // A user who is root decides over a flag that is not known: root it is, or the node refuses the container.
            facts.Add(SettingFact.Flag(Setting, !known, user.Range));
        }
        else if (SettingFacts.IsSet(user))
        {
            facts.Add(SettingFact.Unresolved(Setting, user.Range));
        }
        else
        {
            SettingFacts.AddFlag(facts, Setting, flag);
        }
    }

    /// <summary>Whether a user id is root's; null for what is no number.</summary>
    public static bool? IsRoot(DataCursor user) => user.Scalar?.AsInteger() is { } id ? id == 0 : null;
}
