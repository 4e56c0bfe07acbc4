using System.Globalization;
using System.Runtime.ExceptionServices;
using CsCheck;

namespace IsolationModel;

/// <summary>
/// Stands in front of the methods of CsCheck that have the same names, for all tests: what they sample differs from run to run, and a build that breaks over
/// night, with nothing changed, helps nobody. Here each sample has random numbers of its own, which follow from its number and from the variable
/// <c>ISOLATION_SAMPLE_SEED</c> where somebody wants others. One that fails is handed to CsCheck, which makes it smaller and tells its seed.
/// </summary>
internal static class RepeatableSamples
{
    private const ulong UsualSeed = 20_260;

    /// <summary>How often CsCheck may try to make a sample smaller.</summary>
    private const int Attempts = 1000;

    private static readonly ulong Seed =
        ulong.TryParse(Environment.GetEnvironmentVariable("ISOLATION_SAMPLE_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : UsualSeed;

    /// <summary>One sample of a generator, by its number.</summary>
    public static T At<T>(this Gen<T> gen, long number) => gen.Generate(RandomOf(number), null, out _);

    /// <summary>Checks samples of a generator.</summary>
    /// <param name="gen">Makes them.</param>
    /// <param name="assert">Throws where one is not as it should be.</param>
    /// <param name="iter">How many there are; as many as CsCheck takes where nothing is said.</param>
    /// <param name="threads">How many are checked at once; as many as there are processors where nothing is said.</param>
    public static void Sample<T>(this Gen<T> gen, Action<T> assert, long iter = -1, int threads = -1)
    {
        var count = iter < 0 ? Check.Iter : iter;
        if (threads == 1)
        {
            for (var number = 0L; number < count; number++)
            {
                Try(gen, assert, number);
            }

            return;
        }

        try
        {
            Parallel.For(0L, count, new ParallelOptions { MaxDegreeOfParallelism = threads < 0 ? Environment.ProcessorCount : threads }, number => Try(gen, assert, number));
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T>(this Gen<T> gen, Func<T, bool> assert, long iter = -1, int threads = -1) =>
        gen.Sample((T value) => Demand(assert(value)), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> assert, long iter = -1, int threads = -1) =>
        gen.Sample(((T1, T2) value) => assert(value.Item1, value.Item2), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> assert, long iter = -1, int threads = -1) =>
        gen.Sample(((T1, T2) value) => Demand(assert(value.Item1, value.Item2)), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> assert, long iter = -1, int threads = -1) =>
        gen.Sample(((T1, T2, T3) value) => assert(value.Item1, value.Item2, value.Item3), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> assert, long iter = -1, int threads = -1) =>
        gen.Sample(((T1, T2, T3) value) => Demand(assert(value.Item1, value.Item2, value.Item3)), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> assert, long iter = -1, int threads = -1) =>
        gen.Sample(((T1, T2, T3, T4) value) => assert(value.Item1, value.Item2, value.Item3, value.Item4), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Func<T1, T2, T3, T4, bool> assert, long iter = -1, int threads = -1) =>
        gen.Sample(((T1, T2, T3, T4) value) => Demand(assert(value.Item1, value.Item2, value.Item3, value.Item4)), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T1, T2, T3, T4, T5>(this Gen<(T1, T2, T3, T4, T5)> gen, Action<T1, T2, T3, T4, T5> assert, long iter = -1, int threads = -1) =>
        gen.Sample(((T1, T2, T3, T4, T5) value) => assert(value.Item1, value.Item2, value.Item3, value.Item4, value.Item5), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static void Sample<T1, T2, T3, T4, T5, T6>(this Gen<(T1, T2, T3, T4, T5, T6)> gen, Action<T1, T2, T3, T4, T5, T6> assert, long iter = -1, int threads = -1) =>
        gen.Sample(((T1, T2, T3, T4, T5, T6) value) => assert(value.Item1, value.Item2, value.Item3, value.Item4, value.Item5, value.Item6), iter, threads);

    /// <inheritdoc cref="Sample{T}(Gen{T}, Action{T}, long, int)"/>
    public static Task SampleAsync<T>(this Gen<T> gen, Func<T, Task> assert, long iter = -1, int threads = -1) => Parallel.ForAsync(
        0L,
        iter < 0 ? Check.Iter : iter,
        new ParallelOptions { MaxDegreeOfParallelism = threads < 0 ? Environment.ProcessorCount : threads },
        async (number, _) =>
        {
            try
            {
                await assert(gen.At(number));
            }
            catch (Exception)
            {
                await Check.SampleAsync(gen, assert, seed: RandomOf(number).ToString(), iter: Attempts, threads: 1);
                throw;
            }
        });

    private static PCG RandomOf(long number) => new((uint)number, Seed);

    private static void Try<T>(Gen<T> gen, Action<T> assert, long number)
    {
        try
        {
            assert(gen.At(number));
        }
        catch (Exception)
        {
            Check.Sample(gen, assert, seed: RandomOf(number).ToString(), iter: Attempts, threads: 1);
            throw;
        }
    }

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The property does not hold.");
        }
    }
}
