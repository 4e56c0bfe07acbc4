using Microsoft.Build.Logging.StructuredLogger;

namespace IsolationModel.Package.Tests.Support;

/// <summary>What really ran in a build, by its binary log.</summary>
internal sealed class BinaryLogFile
{
    private readonly HashSet<(string Project, string Task)> _ran;

    private BinaryLogFile(HashSet<(string Project, string Task)> ran) => _ran = ran;

    /// <summary>Reads a binary log.</summary>
    public static BinaryLogFile Read(string path)
    {
        var ran = BinaryLog.ReadBuild(path)
            .FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>()
            .Select(static task => (Path.GetFileNameWithoutExtension(task.GetNearestParent<Project>()?.Name ?? string.Empty), task.Name));
        return new BinaryLogFile([.. ran]);
    }

    /// <summary>Whether a task ran in a project.</summary>
    public bool Ran(string project, string task) => _ran.Contains((project, task));
}
