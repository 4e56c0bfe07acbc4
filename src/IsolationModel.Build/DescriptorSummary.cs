using System.Globalization;
using System.Runtime.CompilerServices;
using IsolationModel.Configuration;
using IsolationModel.Descriptors;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Rules;
using IsolationModel.Workloads;
using Microsoft.Build.Framework;

namespace IsolationModel.Build;

/// <summary>From the files of a project to its line.</summary>
internal static class DescriptorSummary
{
    private const string ExplicitMetadata = "IsolationExplicit";

    /// <summary>The line of a task's inputs; empty where no file is a descriptor.</summary>
    /// <exception cref="OperationCanceledException">The build was stopped.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)] // Inlined, it would load our other assemblies before the task can catch that one is missing.
    public static string LineOf(SummarizeDescriptors task, CancellationToken cancellationToken)
    {
        var settings = Settings(task.Settings);
        settings = RulePreset.Find(task.Preset.Trim().ToLowerInvariant()) is { } preset ? settings with { Preset = preset } : settings;
        var read = new List<DescriptorFile>(task.Descriptors.Length);
        var keepsDocuments = DescriptorLinker.NeedsDocuments(task.Descriptors.Select(static item => item.GetMetadata("FullPath")));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in task.Descriptors)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = item.GetMetadata("FullPath");
            if (seen.Add(path) && (IsNamed(item) || !settings.Excludes(path)))
            {
                read.Add(FileReader.Descriptor(path, ExpectationOf(item, path), keepsDocuments, cancellationToken));
            }
        }

        IReadOnlyList<IReadOnlyList<string>> projects =
            [.. settings.ComposeProjects.Select(project => project.Select(settings.Resolve).ToList()), .. ComposeProjectList.Parse(task.ComposeFiles, task.ProjectFolder)];
        var files = DescriptorLinker.Link(read, null, projects, cancellationToken);
        var descriptors = files.Count(file => file.IsDescriptor);
        if (descriptors == 0)
        {
            return string.Empty;
        }

        // Many projects have descriptors without workloads; they do not pay for a model.
        var summary = files.Any(static file => file.Workloads.Count > 0)
            ? Evaluator.Evaluate(Model([.. task.Models, .. task.OfferedModels.Where(item => settings.ListsModel(item.GetMetadata("FullPath")))]).On(task.Day), files, [], RunNeeds(task), settings, cancellationToken).Summary
            : null;
        return Line(task.ProjectName, descriptors, summary?.Workloads ?? 0, summary?.NotShown ?? 0, summary?.Undetermined ?? 0);
    }

    /// <summary><c>IsolationModel: Shop: 4 descriptors, 6 workloads, 1 need not shown, 2 undetermined</c>.</summary>
    private static string Line(string project, int descriptors, int workloads, int notShown, int undetermined) =>
        $"IsolationModel: {project}: {Count(descriptors, "descriptor")}, {Count(workloads, "workload")}, {Count(notShown, "need")} not shown, "
            + $"{undetermined.ToString(CultureInfo.InvariantCulture)} undetermined";

    private static string Count(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? string.Empty : "s")}";

    private static DescriptorExpectation ExpectationOf(ITaskItem item, string path) =>
        IsNamed(item)
            ? DescriptorExpectation.Expected
            : DescriptorPatterns.Match(path) ?? DescriptorExpectation.Found;

    private static bool IsNamed(ITaskItem item) => string.Equals(item.GetMetadata(ExplicitMetadata), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The settings. What they have wrong is the generator's to tell; here what is right counts.</summary>
    private static IsolationSettings Settings(string path) =>
        path.Length > 0 && FileReader.Overlay(path) is { } text ? SettingsReader.Read(path, text).Settings : IsolationSettings.None;

    /// <summary>The built-in model with the overlays on it. What an overlay has wrong is the generator's to tell; here its right entries count.</summary>
    private static ModelIndex Model(ITaskItem[] overlays)
    {
        var texts = new List<ModelText>(overlays.Length);
        foreach (var path in overlays.Select(item => item.GetMetadata("FullPath")).Distinct(StringComparer.Ordinal))
        {
            if (FileReader.Overlay(path) is { } text)
            {
                texts.Add(new ModelText(path, text));
            }
        }

        return new ModelIndex(texts.Count == 0 ? BuiltInModel.Definition : ModelReader.Extend(BuiltInModel.Definition, texts).Model);
    }

    private static List<NeedDeclaration> RunNeeds(SummarizeDescriptors task)
    {
        var needs = new List<NeedDeclaration>();
        Add(NeedCarrier.Needs, task.Needs);
        Add(NeedCarrier.Level, task.Level);
        Add(NeedCarrier.Scenario, task.Scenario);
        return needs;

        void Add(NeedCarrier carrier, string value)
        {
            if (value.Trim() is { Length: > 0 } text)
            {
                needs.Add(NeedDeclaration.ForRun(carrier, text));
            }
        }
    }
}
