using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling.Reading;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Commands;

/// <summary>Descriptors that were found and read, with the model and the needs that they are judged by: what every command starts from that judges.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Input">What was read.</param>
/// <param name="Loaded">The model, and the mistakes in its overlays and in the settings.</param>
/// <param name="Model">The model, ready for judging.</param>
/// <param name="Needs">The needs that the command line declares.</param>
internal sealed record DescriptorSession(RunOptions Options, LoadedInput Input, ModelReadResult Loaded, ModelIndex Model, IReadOnlyList<NeedDeclaration> Needs)
{
    /// <summary>The files as they were read one by one.</summary>
    public IReadOnlyList<DescriptorFile> Files => Input.Files;

    /// <summary>Finds and reads everything, in silence.</summary>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static DescriptorSession Open(RunOptions options, ToolHost host, CancellationToken cancellationToken)
    {
        var session = Open(options, host, static files => new ReadingProgress(files, terminal: null), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return session;
    }

    /// <summary>Finds and reads; where that is stopped, what was read by then is the session.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="host">What surrounds the run.</param>
    /// <param name="begin">Begins to show how far reading is, of so many files.</param>
    /// <param name="cancellationToken">Stops finding and reading.</param>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before anything was read.</exception>
    public static DescriptorSession Open(RunOptions options, ToolHost host, Func<int, ReadingProgress> begin, CancellationToken cancellationToken) =>
        Open(
            options,
            host,
            inputs =>
            {
                var progress = begin(inputs.Files.Count);
                return stop => DescriptorLoader.Read(inputs, host, progress, stop);
            },
            cancellationToken);

    /// <summary>Finds, and reads in whatever way it is read.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="host">What surrounds the run.</param>
    /// <param name="begin">Prepares to read what was found.</param>
    /// <param name="cancellationToken">Stops finding and reading.</param>
    /// <exception cref="UsageException">Something was asked for that cannot be done.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before anything was read.</exception>
    public static DescriptorSession Open(RunOptions options, ToolHost host, Func<InputSet, Func<CancellationToken, LoadedInput>> begin, CancellationToken cancellationToken)
    {
        var settings = options.Settings.Settings;
        var inputs = InputSearch.Find([.. options.Paths, .. ComposeOption.Files(options.ComposeProjects)], host.CurrentDirectory, settings, cancellationToken, host.Texts?.Keys.ToList());
        RunSettings.TellOthers(inputs, settings, host);
        var overlays = OverlayLoader.Find(options.Models, host.CurrentDirectory);

        // Descriptors are read while the model is, since neither needs the other; but a mistake in the needs is told without waiting for files.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stopReading = stop.Token;
        var read = begin(inputs);
        var reading = Task.Run(() => read(stopReading), CancellationToken.None);
        try
        {
            var loaded = OverlayLoader.Load(overlays, host.Texts);
            var model = new ModelIndex(loaded.Model) { Day = options.Day };
            loaded = RunSettings.With(loaded, options.Settings, model);
            var needs = RunNeeds.Declare(model, options.Needs, options.Level, options.Scenario);
            return new DescriptorSession(options, reading.GetAwaiter().GetResult(), loaded, model, needs);
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    /// <summary>
    /// The full paths of what the run rests on: settings, overlays, what was named, and what was found and is a descriptor, or should be one. An
    /// earlier report that lies among the descriptors is none of it.
    /// </summary>
    public IEnumerable<string> Inputs(string currentDirectory) => Input.Inputs.Files
        .Where((file, i) => file.IsNamed || file.Expectation == DescriptorExpectation.Expected || Files[i].IsDescriptor || Files[i].Source is not null)
        .Select(static file => file.FullPath)
        .OfType<string>()
        .Concat(Options.Files(currentDirectory));

    /// <summary>The files, with what they say only together.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public IReadOnlyList<DescriptorFile> Link(IReadOnlyList<DescriptorFile> files, CancellationToken cancellationToken) =>
        DescriptorLoader.Link(Input.Inputs, files, Options.ComposeProjects, cancellationToken);

    /// <summary>Puts the files together, judges them, and gathers what there is to tell.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Report Report(CancellationToken cancellationToken)
    {
        var files = Link(Files, cancellationToken);
        return Output.Report.Of(Loaded, Model.BoundaryScale, Input.Inputs, JudgeLinked(files, cancellationToken)) with
        {
            Files = files,
            Paths = Options.Paths,
            Day = Options.Day,
            IsPartial = Input.Unread > 0,
            Unread = Input.Unread,
        };
    }

    /// <summary>Judges the files, or other versions of them.</summary>
    /// <param name="files">The files as they were read one by one, in the order of <see cref="Files"/>.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public EvaluationResult Judge(IReadOnlyList<DescriptorFile> files, CancellationToken cancellationToken) => JudgeLinked(Link(files, cancellationToken), cancellationToken);

    /// <summary>Judges files that are put together.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public EvaluationResult JudgeLinked(IReadOnlyList<DescriptorFile> linked, CancellationToken cancellationToken) =>
        Evaluator.Evaluate(Model, linked, [], Needs, Options.Settings.Settings, cancellationToken);
}
