using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>Computes <see cref="PerformanceFigures"/> from start-up time, throughput loss and memory overhead of one instance.</summary>
/// <remarks>
/// T_e is the native time over one minus the loss. A loss of all throughput, or a start-up without an upper end, leaves the figures without an
/// upper end. Memory is that of the isolation, in megabytes (1,000,000 bytes).
/// </remarks>
public static class PerformanceFormula
{
    /// <summary>The largest upper end that is computed (a trillion); decimal arithmetic stays far from its own limits.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    private const decimal Megabyte = 1_000_000m;

    /// <summary>The figures of a technology; null where start-up, loss or memory are unknown.</summary>
    /// <param name="technology">The technology.</param>
    /// <param name="nativeSeconds">How long the work takes without any isolation, in seconds; more than 0.</param>
    public static PerformanceFigures? Of(TechnologyDefinition technology, decimal nativeSeconds = 1) => Of(technology.Find, nativeSeconds);

    /// <summary>The figures of a family; null where start-up, loss or memory are unknown.</summary>
    /// <param name="family">The family.</param>
    /// <param name="nativeSeconds">How long the work takes without any isolation, in seconds; more than 0.</param>
    public static PerformanceFigures? Of(FamilyDefinition family, decimal nativeSeconds = 1) => Of(family.Find, nativeSeconds);

    private static PerformanceFigures? Of(Func<string, AttributeValue?> valueOf, decimal nativeSeconds)
    {
        if (nativeSeconds is <= 0 or > Largest)
        {
            throw new ArgumentOutOfRangeException(nameof(nativeSeconds), nativeSeconds, "the native time is more than 0 s");
        }

        if (valueOf("startup") is not { Value: QuantityInterval startup } startupCell
            || valueOf("throughputLoss") is not { Value: QuantityInterval loss } lossCell
            || valueOf("memoryOverhead") is not { Value: QuantityInterval memory } memoryCell)
        {
            return null;
        }

        var shortest = Execution(nativeSeconds, loss.Low) is { } fastest ? startup.Low + fastest : Largest;
        var longest = startup.High is { } slowStart && loss.High is { } most && Execution(nativeSeconds, most) is { } slowest ? slowStart + slowest : (decimal?)null;
        var typicalTime = Typical(startupCell, startup) is { } start && Typical(lossCell, loss) is { } share && Execution(nativeSeconds, share) is { } execution
            ? start + execution
            : (decimal?)null;
        var typicalMemory = Typical(memoryCell, memory) / Megabyte;
        var least = memory.Low / Megabyte;
        var largest = memory.High / Megabyte;
        return new PerformanceFigures(
            new FormulaInterval(
                largest is { } much ? Divide(shortest, much) ?? 0 : 0,
                longest is { } time ? Divide(time, least) : null,
                typicalTime is { } usual && typicalMemory is { } room ? Divide(usual, room) : null,
                "s/MB"),
            new FormulaInterval(Multiply(shortest, least) ?? 0, Multiply(longest, largest), Multiply(typicalTime, typicalMemory), "GB*s"));
    }

    private static decimal? Execution(decimal nativeSeconds, decimal loss) => loss < 1 ? Divide(nativeSeconds, 1 - loss) : null;

    /// <summary>The typical amount; without one the documented bad end stands in, as in rankings.</summary>
    private static decimal? Typical(AttributeValue cell, QuantityInterval range) => (cell.Typical ?? range).High;

    private static decimal? Divide(decimal amount, decimal by) => by <= 0 || amount > Largest || amount / Largest > by ? null : amount / by;

    /// <summary>Seconds times megabytes, in gigabyte-seconds.</summary>
    private static decimal? Multiply(decimal? seconds, decimal? megabytes) =>
        seconds is not { } time || megabytes is not { } memory || time > Largest || memory > Largest ? null : time * memory / 1000;
}
