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
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => GeneratorOptions.From(provider.GlobalOptions))
            .WithTrackingName(TrackingNames.Options);
        var isBuiltIn = options.Select(static (project, _) => project.IsBuiltIn);
        var language = context.ParseOptionsProvider
            .Select(static (parse, _) => LanguageTraits.From(parse))
            .WithTrackingName(TrackingNames.Language);
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => FileKind.IsModel(pair.Left, pair.Right))
            .Select(static (pair, token) => new ModelFile(pair.Left.Path, pair.Left.GetText(token)?.ToString(), FileKind.IsOffered(pair.Left, pair.Right)))
            .WithTrackingName(TrackingNames.Files);
        var settings = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static pair => FileKind.IsSettings(pair.Left, pair.Right))
            .Select(static (pair, token) => new SettingsText(pair.Left.Path, pair.Left.GetText(token)?.ToString()))
            .WithTrackingName(TrackingNames.SettingsFile)
            .Collect();
        var models = files.Collect().Combine(settings)
            .Select(static (pair, _) => SettingsLoader.Listed(pair.Left, pair.Right));

        var load = _load;
        var reading = models.Combine(isBuiltIn)
            .Select((pair, token) => Load(load, pair.Left, pair.Right, token))
            .WithTrackingName(TrackingNames.Reading);
        var findings = reading.Select(static (result, _) => result.Findings).WithTrackingName(TrackingNames.Findings);
        var model = reading.Select(static (result, _) => result.Model).WithTrackingName(TrackingNames.Model);
        var plan = model.Combine(options).Combine(language)
            .Select(static (input, token) => Plan(input.Left.Left, input.Left.Right, input.Right, token))
            .WithTrackingName(TrackingNames.Plan);

        context.RegisterSourceOutput(findings, static (output, found) => Report(output, found));
        context.RegisterSourceOutput(
            settings.Combine(models).Combine(model).Select(static (input, _) => SettingsLoader.Check(input.Left.Left, input.Left.Right, input.Right)).WithTrackingName(TrackingNames.SettingsFindings),
            static (output, found) => Report(output, found));
        context.RegisterSourceOutput(
            plan.Select(static (decided, _) => decided.Failure).WithTrackingName(TrackingNames.Failure),
            static (output, failure) => Report(output, failure is null ? default : new EquatableArray<Finding>([failure])));
        RegisterFiles(context, plan);
    }

    private static void RegisterFiles(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<GenerationPlan> plan)
    {
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => decided.Technologies).WithTrackingName(TrackingNames.Technologies),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, TechnologyEmitter.Emit));
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => decided.Scales).WithTrackingName(TrackingNames.Scales),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, ScaleEmitter.Emit));
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => decided.Catalogs).WithTrackingName(TrackingNames.Catalogs),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, CatalogEmitter.Emit));
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => AsMany(decided.Attributes)).WithTrackingName(TrackingNames.Attributes),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, AttributesEmitter.Emit));
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => AsMany(decided.Properties)).WithTrackingName(TrackingNames.Properties),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, PropertiesEmitter.Emit));
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => AsMany(decided.Words)).WithTrackingName(TrackingNames.Words),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, WordsEmitter.Emit));
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => AsMany(decided.Needs)).WithTrackingName(TrackingNames.Needs),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, WordsEmitter.Emit));
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => AsMany(decided.Settings)).WithTrackingName(TrackingNames.Settings),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, SettingsEmitter.Emit));
        context.RegisterSourceOutput(
            plan.SelectMany(static (decided, _) => AsMany(decided.Facts)).WithTrackingName(TrackingNames.Facts),
            static (output, unit) => GeneratedSource.Add(output, unit.Header, unit, FactsEmitter.Emit));
    }

    private static ImmutableArray<T> AsMany<T>(T? unit)
        where T : class => unit is null ? ImmutableArray<T>.Empty : ImmutableArray.Create(unit);

    [SuppressMessage("Design", "CA1031", Justification = "A mistake of ours costs the overlays, never the compilation; it is told as a finding")]
    private static ModelReading Load(
        Func<IEnumerable<ModelFile>, bool, CancellationToken, ModelReading> load,
        ImmutableArray<ModelFile> files,
        bool isBuiltIn,
        CancellationToken cancellationToken)
    {
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
    private static GenerationPlan Plan(MergedModel? model, GeneratorOptions options, LanguageTraits language, CancellationToken cancellationToken)
    {
        try
        {
            return PlanBuilder.Build(model, options, language, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var plan = options.IsBuiltIn ? GenerationPlan.Empty : PlanBuilder.Build(ModelLoader.NamesAlone(model!), options, language, cancellationToken);
            return plan with { Failure = ModelLoader.Crash(string.Empty, exception) };
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
