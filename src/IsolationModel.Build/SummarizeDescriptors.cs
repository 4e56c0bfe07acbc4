using System.Diagnostics.CodeAnalysis;
using Microsoft.Build.Framework;

namespace IsolationModel.Build;

/// <summary>
/// The MSBuild task that says in one line what a project's descriptors amount to. Findings are the analyzer's to tell; but a build prints
/// none of severity info, so without this line a need that is not shown to be met would leave no trace.
/// </summary>
/// <remarks>
/// It logs no warning and no error and never fails. The line is returned and not logged, so that one place prints it, be it new or that of
/// the build before. No member mentions a type of another of our assemblies: one that cannot be loaded costs the line, not the build.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A source without timer and wait handle holds nothing to dispose of, and Cancel may come late")]
[SuppressMessage("Performance", "CA1819", Justification = "Parameters of tasks that are lists are arrays")]
public sealed class SummarizeDescriptors : ICancelableTask
{
    private readonly CancellationTokenSource _stop = new();

    /// <inheritdoc/>
    public IBuildEngine? BuildEngine { get; set; }

    /// <inheritdoc/>
    public ITaskHost? HostObject { get; set; }

    /// <summary>The descriptor files. Those with metadata <c>IsolationExplicit</c> = <c>true</c> were named by the project itself.</summary>
    [Required]
    public ITaskItem[] Descriptors { get; set; } = [];

    /// <summary>The overlays on the built-in model.</summary>
    public ITaskItem[] Models { get; set; } = [];

    /// <summary>Overlays beside the settings file, which count where it lists them.</summary>
    public ITaskItem[] OfferedModels { get; set; } = [];

    /// <summary>The settings file, if there is one.</summary>
    public string Settings { get; set; } = string.Empty;

    /// <summary>The preset of severities: the property <c>IsolationModelAnalysisMode</c>.</summary>
    public string Preset { get; set; } = string.Empty;

    /// <summary>The needs of every workload: the property <c>IsolationNeeds</c>.</summary>
    public string Needs { get; set; } = string.Empty;

    /// <summary>The level of every workload: the property <c>IsolationLevel</c>.</summary>
    public string Level { get; set; } = string.Empty;

    /// <summary>The scenario of every workload: the property <c>IsolationScenario</c>.</summary>
    public string Scenario { get; set; } = string.Empty;

    /// <summary>The files of Compose that are loaded together: the property <c>IsolationComposeFiles</c>.</summary>
    public string ComposeFiles { get; set; } = string.Empty;

    /// <summary>The project's folder, by which <see cref="ComposeFiles"/> is meant.</summary>
    public string ProjectFolder { get; set; } = string.Empty;

    /// <summary>The day for bans with an end: the property <c>IsolationModelDay</c>.</summary>
    public string Day { get; set; } = string.Empty;

    /// <summary>The project's name as the line shows it.</summary>
    [Required]
    public string ProjectName { get; set; } = string.Empty;

    /// <summary>The line; empty where no file is a descriptor.</summary>
    [Output]
    public string Line { get; private set; } = string.Empty;

    /// <summary>Whether <see cref="Line"/> holds for these inputs and may be kept for them: neither a failure nor a cancellation cut it short.</summary>
    [Output]
    public bool IsComplete { get; private set; }

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1031", Justification = "A summary that fails costs its line, never the build")]
    public bool Execute()
    {
        try
        {
            Line = DescriptorSummary.LineOf(this, _stop.Token);
            IsComplete = true;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The build says that it was stopped.
        }
        catch (Exception error)
        {
            Line = $"IsolationModel: {ProjectName}: the summary of the descriptors could not be made; a build with -v:detailed says why";
            BuildEngine?.LogMessageEvent(new BuildMessageEventArgs(error.ToString(), helpKeyword: null, nameof(SummarizeDescriptors), MessageImportance.Low));
        }

        return true;
    }

    /// <inheritdoc/>
    public void Cancel() => _stop.Cancel();
}
