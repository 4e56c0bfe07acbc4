using IsolationModel.Cli.Output;

namespace IsolationModel.Cli.Init;

/// <summary>Tells how a project in C# judges its descriptors in its build, where none does yet.</summary>
internal static class ProjectHint
{
    private const string Package = "IsolationModel.SDK";

    /// <summary>Projects lie near the top of a repository; further down, a search costs more than the hint is worth.</summary>
    private static readonly EnumerationOptions NearTheTop = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };

    public static void Tell(TextPage page, string folder, string currentDirectory)
    {
        var projects = Directory.EnumerateFiles(folder, "*.csproj", NearTheTop).Order(StringComparer.Ordinal).ToList();
        if (projects.Count > 0 && !projects.Exists(Mentions))
        {
            page.Line();
            page.Line($"To judge the same in the editor and in the build: dotnet add {Input.DisplayPath.Of(projects[0], currentDirectory)} package {Package}");
        }
    }

    private static bool Mentions(string project)
    {
        try
        {
            return File.ReadAllText(project).Contains(Package, StringComparison.Ordinal);
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            // What cannot be read may have the package; no hint is better than a wrong one.
            return true;
        }
    }
}
