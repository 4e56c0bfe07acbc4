using IsolationModel.Cli.Input;
using IsolationModel.Evaluation;
using IsolationModel.Modeling.Reading;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Commands;

/// <summary>
/// Descriptors that were found and read, with the model and the needs that they are judged by: what commands start from that judge more than once. Unlike
/// a <see cref="DescriptorRun"/> it is whole or not at all.
/// </summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Inputs">What was found.</param>
/// <param name="Loaded">The model, and the mistakes in its overlays.</param>
/// <param name="Model">The model, ready for judging.</param>
/// <param name="Needs">The needs that the command line declares.</param>
/// <param name="Files">The files as they were read one by one, without what they say only together.</param>
internal sealed record DescriptorSession(
    RunOptions Options, InputSet Inputs, ModelReadResult Loaded, ModelIndex Model, IReadOnlyList<NeedDeclaration> Needs, DescriptorFile[] Files)
{
    /// <summary>Finds and reads.</summary>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static DescriptorSession Open(RunOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        var settings = options.Settings.Settings;
        var inputs = InputSearch.Find([.. options.Paths, .. ComposeOption.Files(options.ComposeProjects)], host.CurrentDirectory, settings, cancellationToken);
        RunSettings.TellOthers(inputs, settings, host);
        var overlays = OverlayLoader.Find(options.Models, host.CurrentDirectory);

        // Descriptors are read while the model is, since neither needs the other; but a mistake in the needs is told without waiting for files.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => DescriptorLoader.Read(inputs, host.Input, stop.Token), CancellationToken.None);
        try
        {
            var loaded = OverlayLoader.Load(overlays);
            var model = new ModelIndex(loaded.Model) { Day = options.Day };
            loaded = RunSettings.With(loaded, options.Settings, model);
            var needs = RunNeeds.Declare(model, options.Needs, options.Level, options.Scenario);
            return new DescriptorSession(options, inputs, loaded, model, needs, reading.GetAwaiter().GetResult());
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    /// <summary>Judges the files.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public EvaluationResult Judge(CancellationToken cancellationToken) => Judge(Files, cancellationToken);

    /// <summary>Judges other versions of the files.</summary>
    /// <param name="files">The files as they were read one by one, in the order of <see cref="Files"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public EvaluationResult Judge(IReadOnlyList<DescriptorFile> files, CancellationToken cancellationToken) =>
        Evaluator.Evaluate(Model, DescriptorLoader.Link(Inputs, files, Options.ComposeProjects, cancellationToken), [], Needs, Options.Settings.Settings, cancellationToken);
}
