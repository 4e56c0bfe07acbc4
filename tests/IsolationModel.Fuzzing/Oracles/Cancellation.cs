namespace IsolationModel.Fuzzing.Oracles;

/// <summary>Work that is stopped ends with <see cref="OperationCanceledException"/> or with the whole result, never with a half one.</summary>
internal static class Cancellation
{
    /// <summary>Stops the work before it starts, and while it runs.</summary>
    /// <param name="whole">What it comes to.</param>
    /// <param name="isSame">Whether two results are the same.</param>
    /// <param name="delay">How long after its start it is stopped.</param>
    /// <param name="work">The work.</param>
    public static void Check<T>(T whole, Func<T, T, bool> isSame, TimeSpan delay, Func<CancellationToken, T> work)
    {
        using var before = new CancellationTokenSource();
        before.Cancel();
        Check(whole, isSame, work, before.Token);

        using var during = new CancellationTokenSource(delay);
        Check(whole, isSame, work, during.Token);
    }

    private static void Check<T>(T whole, Func<T, T, bool> isSame, Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        T result;
        try
        {
            result = work(cancellationToken);
        }
        catch (OperationCanceledException error) when (error.CancellationToken == cancellationToken || cancellationToken.IsCancellationRequested)
        {
            return;
        }

        OracleException.Demand(isSame(whole, result), "cancellation", "a stopped run gave another result", () => $"{result} instead of {whole}");
    }
}
