using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Analyzers;

/// <summary>The files of Compose that a project says are loaded together, as an MSBuild property.</summary>
internal static class RunProjects
{
    private const string FilesProperty = "build_property.IsolationComposeFiles";
    private const string FolderProperty = "build_property.ProjectDir";

    /// <summary>The projects as paths; none where the property is not set.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(AnalyzerConfigOptions options) =>
        options.TryGetValue(FilesProperty, out var files) && files.Trim().Length > 0
            ? ComposeProjectList.Parse(files, options.TryGetValue(FolderProperty, out var folder) ? folder : string.Empty)
            : [];
}
