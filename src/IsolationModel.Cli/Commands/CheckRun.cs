using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;

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
        var run = DescriptorRun.Execute(options.Run, host, cancellationToken);
        var isStopped = cancellationToken.IsCancellationRequested;
        if (!isStopped)
        {
            RequireNoInput(run, options, host);
        }

        var report = (isStopped ? run.Report : AgainstBaseline(run, options.Baseline)) with { FailOn = options.FailOn };
        options.Format.Write(report, host.Output, host.Style);
        host.Output.Flush();
        if (isStopped)
        {
            // A file is replaced only by a whole report.
            return ExitCode.Interrupted;
        }

        foreach (var target in options.Outputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReportFile.Write(target, report);
        }

        return run.ModelHasErrors ? ExitCode.Failure
            : report.Findings.Any(report.Fails) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    private static void RequireNoInput(DescriptorRun run, CheckOptions options, ToolHost host)
    {
        var targets = options.Outputs.Select(static target => (target.NamedBy, target.Path));
        var inputs = run.Session.Inputs(host.CurrentDirectory);
        OutputTarget.RequireNoInput(
            options.Baseline is { IsWritten: true } written ? targets.Append((BaselineFile.WriteOption, written.FullPath)) : targets,
            options.Baseline is { IsWritten: false } read ? inputs.Append(read.FullPath) : inputs,
            host.CurrentDirectory);
    }

    /// <summary>What a model with mistakes makes of descriptors is no state to start from, so that it becomes no baseline.</summary>
    private static Report AgainstBaseline(DescriptorRun run, BaselineFile? baseline)
    {
        var report = run.Report;
        if (baseline is null || (baseline.IsWritten && run.ModelHasErrors))
        {
            return report;
        }

        if (baseline.IsWritten)
        {
            baseline.Write(report.Findings);
        }

        return report.Against(baseline.Compare(report.Findings));
    }
}
