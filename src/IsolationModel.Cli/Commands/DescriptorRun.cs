using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Commands;

/// <summary>Descriptors that were found, read and judged: what every command starts from that tells something of them.</summary>
/// <param name="Report">What there is to tell.</param>
/// <param name="ModelHasErrors">Whether an overlay or the settings have mistakes; then everything is judged by what of it can be read.</param>
internal sealed record DescriptorRun(Report Report, bool ModelHasErrors)
{
    /// <summary>How long a stopped run may take to judge what it has read.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Finds, reads and judges; where it is stopped, it judges what was read by then.</summary>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before anything was read, or takes too long afterwards.</exception>
    public static DescriptorRun Execute(RunOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        var settings = options.Settings.Settings;
        var inputs = InputSearch.Find([.. options.Paths, .. ComposeOption.Files(options.ComposeProjects)], host.CurrentDirectory, settings, cancellationToken);
        RunSettings.TellOthers(inputs, settings, host);
        var overlays = OverlayLoader.Find(options.Models, host.CurrentDirectory);

        // Descriptors are read while the model is, since neither needs the other; but a mistake in the needs is told without waiting for files.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var end = new CancellationTokenSource();
        using var patience = cancellationToken.Register(() => end.CancelAfter(Patience));
        var (stopReading, stopJudging) = (stop.Token, end.Token);
        using var progress = new ReadingProgress(inputs.Files.Count, host.ShowsProgress ? host.Error : null);
        using var silence = cancellationToken.Register(progress.Dispose);
        var reading = Task.Run(() => DescriptorLoader.Load(inputs, options.ComposeProjects, host.Input, progress, stopReading, stopJudging), CancellationToken.None);
        try
        {
            var loaded = OverlayLoader.Load(overlays);
            var model = new ModelIndex(loaded.Model) { Day = options.Day };
            loaded = RunSettings.With(loaded, options.Settings, model);
            var needs = RunNeeds.Declare(model, options.Needs, options.Level, options.Scenario);
            var (files, unread) = reading.GetAwaiter().GetResult();
            progress.BeginJudging();
            var result = Evaluator.Evaluate(model, files, [], needs, settings, stopJudging);
            var report = Report.Of(loaded, model.BoundaryScale, inputs, result) with
            {
                Files = files,
                Paths = options.Paths,
                Day = options.Day,
                IsPartial = unread > 0,
                Unread = unread,
            };
            return new DescriptorRun(report, loaded.HasErrors);
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }
}
