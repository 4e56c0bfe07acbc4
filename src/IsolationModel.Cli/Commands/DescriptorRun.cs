using IsolationModel.Cli.Output;

namespace IsolationModel.Cli.Commands;

/// <summary>Descriptors that were found, read and judged: what every command starts from that tells something of them.</summary>
/// <param name="Report">What there is to tell.</param>
/// <param name="ModelHasErrors">Whether an overlay or the settings have mistakes; then everything is judged by what of it can be read.</param>
/// <param name="Session">What was read.</param>
internal sealed record DescriptorRun(Report Report, bool ModelHasErrors, DescriptorSession Session)
{
    /// <summary>How long a stopped run may take to judge what it has read.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Longer than any run; only a source that was made with some time counts it by the clock that it was given.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromDays(40);

    /// <summary>Finds, reads and judges; where it is stopped, it judges what was read by then.</summary>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before anything was read, or takes too long afterwards.</exception>
    public static DescriptorRun Execute(RunOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(Never, host.Clock);
        using var patience = cancellationToken.Register(() => end.CancelAfter(Patience));
        ReadingProgress? progress = null;
        using var silence = cancellationToken.Register(() => progress?.Dispose());
        try
        {
            var session = DescriptorSession.Open(options, host, files => progress = new ReadingProgress(files, host.ShowsProgress ? host.Error : null, host.Clock), cancellationToken);
            progress?.BeginJudging();
            return new DescriptorRun(session.Report(end.Token), session.Loaded.HasErrors, session);
        }
        finally
        {
            progress?.Dispose();
        }
    }
}
