using IsolationModel.Cli.Input;
using IsolationModel.Evaluation;
using IsolationModel.Modeling.Reading;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Commands;

/// <summary>Descriptors that were found and read, with the model and the needs that they are judged by.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Inputs">What was found.</param>
/// <param name="Loaded">The model, and the mistakes in its overlays.</param>
/// <param name="Model">The model, ready for judging.</param>
/// <param name="Needs">The needs that the command line declares.</param>
/// <param name="Files">The files as they are judged: with what they say only together.</param>
internal sealed record DescriptorSession(
    RunOptions Options, InputSet Inputs, ModelReadResult Loaded, ModelIndex Model, IReadOnlyList<NeedDeclaration> Needs, IReadOnlyList<DescriptorFile> Files)
{
    /// <summary>The files as they were read one by one, where they were asked for: with them their documents stay in memory.</summary>
    public DescriptorFile[] Parts { get; private init; } = [];

    /// <summary>Finds and reads.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="host">The surroundings.</param>
    /// <param name="keepsParts">Whether files will be read anew one by one.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static DescriptorSession Open(RunOptions options, ToolHost host, bool keepsParts, CancellationToken cancellationToken)
    {
        var inputs = InputSearch.Find([.. options.Paths, .. ComposeOption.Files(options.ComposeProjects)], host.CurrentDirectory, cancellationToken);
        var overlays = OverlayLoader.Find(options.Models, host.CurrentDirectory);

        // Descriptors are read while the model is, since neither needs the other; but a mistake in the needs is told without waiting for files.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        DescriptorFile[] parts = [];
        var reading = Task.Run(
            () =>
            {
                var read = DescriptorLoader.Read(inputs, host.Input, stop.Token);
                parts = keepsParts ? read : parts;
                return DescriptorLoader.Link(inputs, read, options.ComposeProjects, stop.Token);
            },
            CancellationToken.None);
        try
        {
            var loaded = OverlayLoader.Load(overlays);
            var model = new ModelIndex(loaded.Model) { Day = options.Day };
            var needs = RunNeeds.Declare(model, options.Needs, options.Level, options.Scenario);
            var files = reading.GetAwaiter().GetResult();
            return new DescriptorSession(options, inputs, loaded, model, needs, files) { Parts = parts };
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    /// <summary>Judges the files.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public EvaluationResult Judge(CancellationToken cancellationToken) => Evaluator.Evaluate(Model, Files, Needs, cancellationToken);

    /// <summary>Judges other versions of the files.</summary>
    /// <param name="parts">The files as they were read one by one, in the order of <see cref="Parts"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public EvaluationResult Judge(IReadOnlyList<DescriptorFile> parts, CancellationToken cancellationToken) =>
        Evaluator.Evaluate(Model, DescriptorLoader.Link(Inputs, parts, Options.ComposeProjects, cancellationToken), Needs, cancellationToken);
}
