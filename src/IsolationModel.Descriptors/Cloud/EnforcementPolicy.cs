using System.Text;
using IsolationModel.Data;

namespace IsolationModel.Descriptors.Cloud;

/// <summary>
/// The policy of a confidential container group (<c>ccePolicy</c>): base64 of Rego, or of the JSON that older tools wrote. The hardware measures it, so
/// that attestation says no more than what it forbids.
/// </summary>
internal static class EnforcementPolicy
{
    private const string Advice = "so that attestation proves nothing; write one with 'az confcom acipolicygen'";

    /// <summary>The rule that decides which containers start (microsoft/hcsshim pkg/securitypolicy, policy.rego and open_door.rego).</summary>
    private const string CreateContainer = "create_container:=";

    /// <summary>Words by which a policy allows everything, without blanks (microsoft/hcsshim pkg/securitypolicy, <c>allow_all</c>).</summary>
    private static readonly string[] AllowAll = ["\"allow_all\":true", "allow_all:=true", "allow_all=true"];

    /// <summary>Why a policy proves nothing, or cannot be told to prove something: a clause without final period. Null for one that forbids something.</summary>
    public static string? Doubt(DataCursor policy)
    {
        if (policy is { Exists: true, IsNull: false } && (policy.IsUnresolved || policy.Text is null))
        {
            return "its ccePolicy is no constant in the code, so what attestation proves is known only at run time";
        }

        if (policy.Text is not { } text || text.Trim().Length == 0)
        {
            return $"its group is confidential without a ccePolicy, which allows everything, {Advice}";
        }

        return Decode(text) is not { } rules ? $"its ccePolicy is no base64 text, {Advice}"
            : AllowsAll(rules) ? $"its ccePolicy allows everything, {Advice}"
            : null;
    }

    private static string? Decode(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text.Trim()));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool AllowsAll(string policy)
    {
        var rules = WithoutBlanks(policy);
        return rules.Trim().Length == 0 || Array.Exists(AllowAll, word => rules.IndexOf(word, StringComparison.Ordinal) >= 0) || StartsAnything(rules);
    }

    /// <summary>Whether the rule has the answer yes and no condition behind it.</summary>
    private static bool StartsAnything(string rules)
    {
        const string yes = "{\"allowed\":true";
        for (var at = rules.IndexOf(CreateContainer, StringComparison.Ordinal); at >= 0; at = rules.IndexOf(CreateContainer, at + 1, StringComparison.Ordinal))
        {
            var start = at + CreateContainer.Length;
            if (string.CompareOrdinal(rules, start, yes, 0, yes.Length) == 0 && !HasCondition(rules, End(rules, start)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind the brace that closes the one at <paramref name="start"/>.</summary>
    private static int End(string rules, int start)
    {
        var depth = 0;
        for (var i = start; i < rules.Length; i++)
        {
            depth += rules[i] == '{' ? 1 : rules[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return rules.Length;
    }

    private static bool HasCondition(string rules, int at) => at < rules.Length && (rules[at] == '{' || string.CompareOrdinal(rules, at, "if{", 0, 3) == 0);

    /// <summary>A policy without blanks, and without lines that are comments.</summary>
    private static string WithoutBlanks(string policy)
    {
        var rules = new StringBuilder(policy.Length);
        foreach (var line in policy.Split('\n'))
        {
            if (line.TrimStart().StartsWith("#", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var character in line)
            {
                if (!char.IsWhiteSpace(character))
                {
                    rules.Append(character);
                }
            }
        }

        return rules.ToString();
    }
}
