using IsolationModel.Descriptors.Kustomize;

namespace IsolationModel.Descriptors;

/// <summary>Files of Compose that a project says are loaded together, as one text: <c>compose.yaml,compose.kata.yaml;other.yaml</c>.</summary>
public static class ComposeProjectList
{
    private static readonly char[] BetweenProjects = [';', '|'];

    /// <summary>The projects, each as its files in the order in which they are loaded.</summary>
    /// <param name="text">The files separated by commas, and the projects by semicolons, or by bars where a semicolon cannot stand.</param>
    /// <param name="folder">The folder by which the paths are meant.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Parse(string text, string folder)
    {
        var projects = new List<IReadOnlyList<string>>();
        foreach (var project in text.Split(BetweenProjects))
        {
            var files = project.Split(',').Select(static file => file.Trim()).Where(static file => file.Length > 0).Select(file => RunPaths.Resolve(folder, file)).ToList();
            if (files.Count > 0)
            {
                projects.Add(files);
            }
        }

        return projects;
    }
}
