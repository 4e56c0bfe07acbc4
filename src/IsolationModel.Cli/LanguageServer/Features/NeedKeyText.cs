using IsolationModel.Workloads;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>What our own keys of annotations and labels are for.</summary>
internal static class NeedKeyText
{
    /// <summary>A sentence on a key; null for a key of somebody else.</summary>
    public static string? Of(string key) => key switch
    {
        NeedKeys.Needs => "What the workload needs of its isolation, separated by commas: untrusted-code, level:high, startup <= 125 ms",
        NeedKeys.Level => "The security level that the workload needs; of several the strongest holds",
        NeedKeys.Scenario => "The kind of business that the workload is: a level, needs and wishes at once",
        NeedKeys.AcceptWeaker => "Why a level is accepted here that is weaker than one declared farther away",
        NeedKeys.Disable => "Findings that are accepted here, and why: ISM1001 -- the reason",
        _ => null,
    };
}
