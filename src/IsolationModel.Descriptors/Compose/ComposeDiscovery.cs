using IsolationModel.Data;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Json;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Compose;

/// <summary>Finds out which files of a run are loaded together (compose-go, cli/options.go).</summary>
internal sealed class ComposeDiscovery(ComposeFiles files, RunFiles run)
{
    private const string FileVariable = "COMPOSE_FILE";
    private const string SeparatorVariable = "COMPOSE_PATH_SEPARATOR";

    private readonly HashSet<string> _containers = new(StringComparer.Ordinal);

    /// <summary>The projects, but for files that somebody has to name.</summary>
    /// <param name="all">The files of the run.</param>
    /// <param name="chosen">The projects that the user of the product named, as paths.</param>
    public IReadOnlyList<ComposeProject> Find(IReadOnlyList<DescriptorFile> all, IReadOnlyList<IReadOnlyList<string>> chosen)
    {
        var projects = new List<ComposeProject>();
        foreach (var paths in chosen)
        {
            Add(projects, ComposeProjectKind.Chosen, paths.Select(RunPaths.Normalize).ToList());
        }

        // Whoever names a file says what it is loaded with.
        var taken = new HashSet<string>(projects.Select(static project => project.Path), StringComparer.Ordinal);
        foreach (var folder in files.All.Keys.Select(RunPaths.FolderOf).Distinct(StringComparer.Ordinal).OrderBy(static folder => folder, StringComparer.Ordinal))
        {
            var paths = ByVariable(folder) ?? ByName(folder);
            if (paths.Count > 0 && !taken.Contains(paths[0]))
            {
                Add(projects, ComposeProjectKind.Default, paths);
            }
        }

        foreach (var container in all.Where(static file => IsContainer(file.Path) && file.Source?.Text is not null))
        {
            var paths = ByContainer(container);
            Add(projects, ComposeProjectKind.Container, paths);
            if (paths.Count > 0)
            {
                _containers.Add(run.PathOf(container));
            }
        }

        return projects;
    }

    /// <summary>Whether a file describes a development container by its name.</summary>
    public static bool IsContainer(string path) => RunPaths.NameOf(path) is "devcontainer.json" or ".devcontainer.json";

    /// <summary>Whether the file at a path describes a development container that starts a project.</summary>
    public bool IsTaken(string path) => _containers.Contains(path);

    /// <summary>The project of a file that is loaded alone.</summary>
    public ComposeProject? Alone(string path) =>
        files.Find(path) is { } source ? new ComposeProject(ComposeProjectKind.Other, [source], RunPaths.FolderOf(path)) : null;

    private void Add(List<ComposeProject> projects, ComposeProjectKind kind, List<string> paths)
    {
        var sources = paths.Select(files.Find).OfType<ComposeSource>().ToList();
        if (sources.Count > 0)
        {
            projects.Add(new ComposeProject(kind, sources, RunPaths.FolderOf(paths[0])) { Missing = paths.Where(path => files.Find(path) is null).ToList() });
        }
    }

    private List<string>? ByVariable(string folder)
    {
        var environment = files.Environment(ComposeEnvironment.Empty, [RunPaths.Combine(folder, ComposeFileNames.Environment)]);
        if (environment.Find(FileVariable)?.Text is not { Length: > 0 } list)
        {
            return null;
        }

        // The separator is that of the system that runs Compose, unless it is set.
        var separator = environment.Find(SeparatorVariable)?.Text is { Length: > 0 } set ? set : list.IndexOf(';') >= 0 ? ";" : ":";
        return list.Split([separator], StringSplitOptions.RemoveEmptyEntries).Select(path => RunPaths.Resolve(folder, path.Trim())).ToList();
    }

    private List<string> ByName(string folder)
    {
        var start = First(folder, ComposeFileNames.Defaults);
        return start is null ? [] : First(folder, ComposeFileNames.Overrides) is { } changes ? [start, changes] : [start];
    }

    private string? First(string folder, IReadOnlyList<string> names) =>
        names.Select(name => RunPaths.Combine(folder, name)).FirstOrDefault(files.All.ContainsKey);

    private List<string> ByContainer(DescriptorFile container)
    {
        if (JsonReader.Read(WithoutComments(container.Source!.Text!)).Root is not { } root)
        {
            return [];
        }

        var value = new DataCursor(root)["dockerComposeFile"];
        var paths = value.Node is DataSequence ? Enumerable.Range(0, value.Count).Select(value.At).ToList() : [value];
        return paths.Select(static path => path.Text).OfType<string>().Select(path => RunPaths.Resolve(run.FolderOf(container), path)).ToList();
    }

    /// <summary>These files have comments and commas at the end of lists, which JSON has not.</summary>
    private static string WithoutComments(string text)
    {
        var result = text.ToCharArray();
        var comma = -1;
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] == '"')
            {
                for (i++; i < result.Length && result[i] != '"'; i++)
                {
                    i += result[i] == '\\' ? 1 : 0;
                }

                comma = -1;
            }
            else if (result[i] == '/' && i + 1 < result.Length && result[i + 1] is '/' or '*')
            {
                var end = result[i + 1] == '/' ? text.IndexOfAny(['\n', '\r'], i) : text.IndexOf("*/", i + 2, StringComparison.Ordinal) is var found && found >= 0 ? found + 2 : -1;
                for (end = end < 0 ? result.Length : end; i < end; i++)
                {
                    result[i] = ' ';
                }

                i--;
            }
            else if (result[i] == ',')
            {
                comma = i;
            }
            else if (result[i] is ']' or '}' && comma >= 0)
            {
                result[comma] = ' ';
                comma = -1;
            }
            else if (!char.IsWhiteSpace(result[i]))
            {
                comma = -1;
            }
        }

        return new string(result);
    }
}
