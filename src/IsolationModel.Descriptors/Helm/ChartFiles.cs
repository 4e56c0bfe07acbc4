using IsolationModel.Descriptors.Kustomize;

namespace IsolationModel.Descriptors.Helm;

/// <summary>Which files belong to a chart of Helm, by their names.</summary>
internal static class ChartFiles
{
    private const string TemplatesFolder = "templates";

    /// <summary>Words that only templates of Helm hold between braces.</summary>
    private static readonly string[] Words = [".Values", ".Release", ".Chart", ".Capabilities", ".Files", "include \"", "template \"", "define \""];

    /// <summary>Whether a file lies below a folder for templates.</summary>
    public static bool IsBelowTemplates(string path) => FolderAbove(RunPaths.Normalize(path)) is not null;

    /// <summary>The folder of the chart that a template belongs to, if it is one: the folder above the last folder for templates.</summary>
    public static string? FolderAbove(string path)
    {
        var parts = path.Split('/');
        var at = Array.LastIndexOf(parts, TemplatesFolder, parts.Length - 1);
        at = at == parts.Length - 1 ? Array.LastIndexOf(parts, TemplatesFolder, Math.Max(0, at - 1)) : at;
        return at < 0 || at == parts.Length - 1 ? null : string.Join("/", parts, 0, at);
    }

    /// <summary>Whether a file's name is one for values of a chart.</summary>
    public static bool IsValues(string path)
    {
        var name = RunPaths.NameOf(path);
        return name.StartsWith("values", StringComparison.Ordinal)
            && (name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal));
    }

    /// <summary>Whether a text with braces is written for Helm, whatever lies beside it.</summary>
    public static bool HasSyntax(string text) => Array.Exists(Words, word => text.IndexOf(word, StringComparison.Ordinal) >= 0);
}
