namespace IsolationModel.Package.Tests.Support;

/// <summary>One way to set a severity, and what it does to the same finding in a YAML file and in C#.</summary>
/// <param name="Name">The name of the case; it is the name of its project, too.</param>
/// <param name="Yaml">The severity in the YAML file; null where the finding is not told.</param>
/// <param name="Code">The severity in C#.</param>
internal sealed record SeverityCase(string Name, string? Yaml, string? Code)
{
    /// <summary>Properties of the project.</summary>
    public string Properties { get; init; } = string.Empty;

    /// <summary>Lines of the project's <c>.editorconfig</c>.</summary>
    public string EditorConfig { get; init; } = string.Empty;

    /// <summary>Lines of the project's <c>.globalconfig</c>, below <c>is_global</c>.</summary>
    public string GlobalConfig { get; init; } = string.Empty;

    /// <summary>What <c>isolation.json</c> holds.</summary>
    public string Settings { get; init; } = string.Empty;

    /// <summary>Lines below the first one of the C# file.</summary>
    public string Source { get; init; } = string.Empty;
}
