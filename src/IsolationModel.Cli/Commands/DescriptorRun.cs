using IsolationModel.Cli.Output;

namespace IsolationModel.Cli.Commands;

/// <summary>Descriptors that were found, read and judged: what every command starts from that tells something of them.</summary>
/// <param name="Report">What there is to tell.</param>
/// <param name="ModelHasErrors">Whether an overlay has mistakes; then everything is judged by what of it can be read.</param>
internal sealed record DescriptorRun(Report Report, bool ModelHasErrors)
{
    /// <summary>Finds, reads and judges.</summary>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static DescriptorRun Execute(RunOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        var session = DescriptorSession.Open(options, host, keepsParts: false, cancellationToken);
        var result = session.Judge(cancellationToken);
        return new DescriptorRun(Report.Of(session.Loaded, session.Model.BoundaryScale, session.Inputs, result), session.Loaded.HasErrors);
    }
}
