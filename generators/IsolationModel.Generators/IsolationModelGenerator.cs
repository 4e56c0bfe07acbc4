using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using IsolationModel.Findings;
using IsolationModel.Generators.Emission;
using IsolationModel.Generators.Inputs;
using IsolationModel.Generators.Planning;
using IsolationModel.Generators.Reporting;
using IsolationModel.Modeling;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Generators;

/// <summary>Turns isolation models (<c>*.isolation.json</c>) into typed C#.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IsolationModelGenerator : IIncrementalGenerator
{
    private readonly Func<IEnumerable<ModelFile>, bool, CancellationToken, ModelReading> _load;

    /// <summary>Makes the generator.</summary>
    public IsolationModelGenerator()
        : this(ModelLoader.Load)
    {
    }

    /// <summary>For tests: a generator that reads models in another way.</summary>
    internal IsolationModelGenerator(Func<IEnumerable<ModelFile>, bool, CancellationToken, ModelReading> load) => _load = load;

    /// <inheritdoc/>
    /// <remarks>
    /// Every step costs each keystroke a microsecond, and each type of value that is no reference costs each first run a hundred methods that the
    /// driver has compiled for it. So there are few steps, and records are what goes from one to the next.
    /// </remarks>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(static (pair, token) => FileKind.Read(pair.Left, pair.Right, token))
            .WithTrackingName(TrackingNames.Files)
            .Collect()
            .Select(static (read, _) => ProjectFiles.Of(read));
        var options = context.AnalyzerConfigOptionsProvider
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, _) => GeneratorOptions.From(pair.Left.GlobalOptions, pair.Right))
            .WithTrackingName(TrackingNames.Options);

        var load = _load;
        var reading = files
            .Select(static (read, _) => SettingsLoader.Listed(read))
            .Select((models, token) => Load(load, models.Files, token))
            .WithTrackingName(TrackingNames.Reading);
        var model = reading.Select(static (result, _) => result.Model).WithTrackingName(TrackingNames.Model);
        var units = model.Combine(options)
            .SelectMany(static (pair, token) => Plan(pair.Left, pair.Right, token))
            .WithTrackingName(TrackingNames.Units);

        var settings = files.Combine(model)
            .Select(static (pair, _) => new SettingsFindings(SettingsLoader.Check(pair.Left, pair.Right)))
            .WithTrackingName(TrackingNames.SettingsFindings);

        context.RegisterSourceOutput(reading, static (output, result) => Report(output, result.Findings));
        context.RegisterSourceOutput(settings, static (output, result) => Report(output, result.Findings));
        context.RegisterSourceOutput(units, static (output, unit) => GeneratedSource.Add(output, unit));
    }

    [SuppressMessage("Design", "CA1031", Justification = "A mistake of ours costs the overlays, never the compilation; it is told as a finding")]
    private static ModelReading Load(
        Func<IEnumerable<ModelFile>, bool, CancellationToken, ModelReading> load,
        EquatableArray<ModelFile> files,
        CancellationToken cancellationToken)
    {
        var isBuiltIn = files.Count > 0 && files[0].IsBuiltIn;
        try
        {
            return load(files, isBuiltIn, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return ModelLoader.Crashed(files, isBuiltIn, exception);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A mistake of ours costs what the overlays say, never the compilation; it is told as a finding")]
    private static ImmutableArray<GeneratedUnit> Plan(MergedModel? model, GeneratorOptions options, CancellationToken cancellationToken)
    {
        if (model is null)
        {
            return ImmutableArray<GeneratedUnit>.Empty;
        }

        try
        {
            return PlanBuilder.Build(model, options, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var failure = new FailureUnit(ModelLoader.Crash(string.Empty, exception));
            return options.IsBuiltIn
                ? ImmutableArray.Create<GeneratedUnit>(failure)
                : PlanBuilder.Build(ModelLoader.NamesAlone(model), options, cancellationToken).Add(failure);
        }
    }

    private static void Report(SourceProductionContext output, EquatableArray<Finding> findings)
    {
        foreach (var finding in findings)
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            output.ReportDiagnostic(FindingDiagnostics.Create(finding));
        }
    }
}
