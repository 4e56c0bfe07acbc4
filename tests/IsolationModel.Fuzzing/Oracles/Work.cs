using System.Globalization;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>
/// Work is bounded by the size of the input, which is measured in what is allocated: it is the same on every machine, and nothing that goes through its
/// input again and again gets by without it. Work that allocates nothing is left to the watchdog.
/// </summary>
internal static class Work
{
    /// <summary>What any run may allocate: tables that are made once, and what documented limits allow aliases to add.</summary>
    public const long Base = 64L * 1024 * 1024;

    /// <summary>What a byte of input may cost on top of that.</summary>
    public const long PerByte = 40_000;

    private static double _highest;

    /// <summary>The most that was seen since it was asked for last, as a share of what is allowed.</summary>
    public static double TakeHighestShare()
    {
        var highest = _highest;
        _highest = 0;
        return highest;
    }

    /// <summary>Does something, and measures it.</summary>
    public static T Within<T>(int size, Func<T> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = work();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var allowed = Base + (PerByte * size);
        _highest = Math.Max(_highest, (double)allocated / allowed);
        OracleException.Demand(
            allocated <= allowed,
            "work",
            "too much is allocated for the size of the input",
            () => string.Create(CultureInfo.InvariantCulture, $"{allocated} bytes for an input of {size}, {allowed} are allowed"));
        return result;
    }
}
