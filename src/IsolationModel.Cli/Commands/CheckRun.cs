using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Cli.Commands;

/// <summary>One run of <c>isolation check</c>: find, read, judge, report.</summary>
internal static class CheckRun
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static int Execute(CheckOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        var inputs = InputSearch.Find([.. options.Paths, .. ComposeOption.Files(options.ComposeProjects)], host.CurrentDirectory, cancellationToken);
        var overlays = OverlayLoader.Find(options.Models, host.CurrentDirectory);

        // Descriptors are read while the model is, since neither needs the other; but a mistake in the needs is told without waiting for files.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => DescriptorLoader.Load(inputs, options.ComposeProjects, host.Input, stop.Token), CancellationToken.None);
        try
        {
            var loaded = OverlayLoader.Load(overlays);
            var model = new ModelIndex(loaded.Model) { Day = options.Day };
            var needs = RunNeeds.Declare(model, options.Needs, options.Level, options.Scenario);
            var files = reading.GetAwaiter().GetResult();
            var result = Evaluator.Evaluate(model, files, needs, cancellationToken);
            var report = AgainstBaseline(Report.Of(loaded, model.BoundaryScale, inputs, result), loaded.HasErrors, options.Baseline);
            Write(report, options, host, cancellationToken);
            return Code(report, loaded.HasErrors, options.FailOn);
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    /// <summary>What a model with mistakes makes of descriptors is no state to start from, so that it becomes no baseline.</summary>
    private static Report AgainstBaseline(Report report, bool modelHasErrors, BaselineFile? baseline)
    {
        if (baseline is null || (baseline.IsWritten && modelHasErrors))
        {
            return report;
        }

        if (baseline.IsWritten)
        {
            baseline.Write(report.Findings);
        }

        return report.Against(baseline.Compare(report.Findings));
    }

    private static void Write(Report report, CheckOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        options.Format.Write(report, host.Output, host.UsesColor);
        host.Output.Flush();
        foreach (var target in options.Outputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReportFile.Write(target, report);
        }
    }

    private static int Code(Report report, bool modelHasErrors, FindingSeverity? failOn)
    {
        if (modelHasErrors)
        {
            return ExitCode.Failure;
        }

        foreach (var finding in report.Findings)
        {
            if (finding.Severity >= failOn)
            {
                return ExitCode.Findings;
            }
        }

        return ExitCode.Clean;
    }
}
