using System.Collections;
using Microsoft.Build.Framework;

namespace IsolationModel.Build.Tests.Support;

/// <summary>A build that keeps what a task logs.</summary>
internal sealed class RecordingEngine : IBuildEngine
{
    public List<BuildMessageEventArgs> Messages { get; } = [];

    /// <summary>Warnings, errors and custom events: a summary logs none of them.</summary>
    public List<BuildEventArgs> Others { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "Shop.csproj";

    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => Others.Add(e);

    public void LogErrorEvent(BuildErrorEventArgs e) => Others.Add(e);

    public void LogCustomEvent(CustomBuildEventArgs e) => Others.Add(e);

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException("A summary builds nothing.");
}
