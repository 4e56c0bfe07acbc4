using System.Runtime.CompilerServices;
using IsolationModel.Findings;
using IsolationModel.Rules;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>No part of the product fails: what it catches and tells as ISM9001 is a find as well, with the place where it was thrown.</summary>
internal static class Crashes
{
    [ThreadStatic]
    private static Exception? _last;

    /// <summary>Remembers what is thrown.</summary>
    [ModuleInitializer]
    internal static void Watch() => AppDomain.CurrentDomain.FirstChanceException += static (_, thrown) => _last = thrown.Exception;

    /// <summary>What was thrown last on this thread.</summary>
    public static Exception? Last => _last;

    /// <summary>Checks findings.</summary>
    public static void Check(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (ReferenceEquals(finding.Rule, InputRules.ReaderFailed))
            {
                var cause = _last;
                throw new OracleException("crash", $"{cause?.GetType().Name} {Find.PlaceOf(cause)}", $"{finding.Message}\n{cause}");
            }
        }
    }
}
