using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IsolationModel.Baselines;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Output;

/// <summary>
/// What a finding is known by from run to run: a digest of what it says, not of where it stands, so that moved lines change nothing. Findings that say
/// the same are counted, also across those that are accepted, so that accepting one of them leaves the others as they are.
/// </summary>
internal static class FindingFingerprint
{
    /// <summary>How many bytes of the digest are told.</summary>
    private const int Length = 16;

    /// <summary>The fingerprints of everything that a run found.</summary>
    public static IReadOnlyDictionary<Finding, string> Of(Report report)
    {
        var fingerprints = new Dictionary<Finding, string>(ReferenceEqualityComparer.Instance);
        var all = report.Findings.Concat(report.Baseline?.Known ?? []).Concat(report.Suppressed.Select(static entry => entry.Finding)).Order(FindingOrder.Instance);
        foreach (var (finding, identity) in Baseline.Identify(all, static path => path))
        {
            fingerprints[finding] = Of(identity);
        }

        return fingerprints;
    }

    private static string Of(BaselineEntry identity)
    {
        var text = new StringBuilder();
        foreach (var part in new[] { identity.File, identity.RuleId, identity.Workload, identity.Need, identity.Control, identity.Message })
        {
            // With its length, so that no two identities have one text.
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}");
        }

        text.Append(identity.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(ToolHost.Utf8.GetBytes(text.ToString())).AsSpan(0, Length));
    }
}
