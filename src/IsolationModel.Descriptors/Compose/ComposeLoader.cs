using IsolationModel.Data;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Compose;

/// <summary>
/// Puts a project together as Compose does (compose-go, loader): file by file, in each the variables are filled in, services inherit what they extend,
/// included projects are added, and the result is merged into what the files before it say.
/// </summary>
internal sealed class ComposeLoader
{
    /// <summary>Nobody nests projects deeper.</summary>
    private const int MaximumIncludes = 32;

    /// <summary>
    /// What an include counts for beside its nodes. Files that include others several times double with each level; so a project has two
    /// thousand includes at most, which is told, and the files of a run do not make each other's work.
    /// </summary>
    private const int IncludeCost = 1_000;

    private readonly ComposeSpace _space;
    private readonly IComposeRun _run;
    private readonly Action<RuleDescriptor, TextRange, string> _report;
    private readonly ComposeMerge _merge;
    private readonly ComposeInheritance _inheritance;
    private readonly List<string> _including = [];

    public ComposeLoader(ComposeSpace space, IComposeRun run, Action<RuleDescriptor, TextRange, string> report)
    {
        (_space, _run, _report) = (space, run, report);
        _merge = new ComposeMerge(space);
        _inheritance = new ComposeInheritance(space, _merge, run, report);
    }

    /// <summary>The paths of the files that other files named, by extending or including them.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths of the files whose projects became a part of another one.</summary>
    public HashSet<string> Included { get; } = new(StringComparer.Ordinal);

    /// <summary>The project of files.</summary>
    /// <param name="sources">The files, of which a later one has the last word.</param>
    /// <param name="folder">The folder by which their references are meant.</param>
    /// <param name="environment">What is known of variables.</param>
    public ComposeModel Load(IReadOnlyList<ComposeSource> sources, string folder, ComposeEnvironment environment)
    {
        var model = new ComposeModel(_merge);
        foreach (var source in sources)
        {
            foreach (var document in source.Documents)
            {
                if (_space.IsWithinLimit && ComposeLayer.Of(source, document, folder, environment, _space) is { } layer)
                {
                    Load(layer, model, sources.Count > 1 ? RunPaths.NameOf(source.ShownPath) : null);
                }
            }
        }

        return model.Complete();
    }

    private void Load(ComposeLayer layer, ComposeModel model, string? overlay)
    {
        var own = new ComposeModel(_merge);
        foreach (var include in Includes(layer))
        {
            Include(layer, include, own);
        }

        foreach (var entry in layer.Services.Entries)
        {
            if (_space.IsReset(entry.Value))
            {
                own.Remove(entry.Key.Value);
                model.Remove(entry.Key.Value);
            }
            else
            {
                if (_space.IsOverride(entry.Value))
                {
                    model.Remove(entry.Key.Value);
                }

                own.Add(_inheritance.Resolve(layer, entry.Key, Named), describe: null);
            }
        }

        var top = new DataCursor(layer.Top);
        own.AddVolumes(top[ComposeKeys.Volumes].Node);
        own.Name = top[ComposeKeys.Name].Scalar is { IsNull: false } name ? name : own.Name;
        if (top[ComposeKeys.Isolation].Exists)
        {
            own.Isolation.Add(top);
        }

        model.Add(own, overlay is null ? null : name => $"{overlay} says more of service '{name}'");
    }

    private static IEnumerable<DataCursor> Includes(ComposeLayer layer)
    {
        var includes = new DataCursor(layer.Top)[ComposeKeys.Include];
        return Enumerable.Range(0, includes.Count).Select(includes.At);
    }

    private void Include(ComposeLayer layer, DataCursor include, ComposeModel model)
    {
        var paths = include.Scalar is null ? Texts(include["path"]) : [include];
        var sources = new List<ComposeSource>();
        foreach (var path in paths)
        {
            if (path.Text is not { Length: > 0 } text)
            {
                continue;
            }

            if (path.IsUnresolved || _run.Find(RunPaths.Resolve(layer.Folder, text)) is not { } source)
            {
                model.Gaps.Add(new(path.Range, path.IsUnresolved
                    ? $"the path '{text}' that it includes has a variable without a value; write the path out"
                    : $"'{text}', which it includes, is not among the files, or cannot be read; check it along"));
                return;
            }

            sources.Add(source);
        }

        if (sources.Count == 0 || !_space.Spend(IncludeCost * sources.Count))
        {
            return;
        }

        if (_including.Contains(sources[0].Path) || _including.Count == MaximumIncludes || string.Equals(sources[0].Path, layer.Source.Path, StringComparison.Ordinal))
        {
            _report(InputRules.CircularReference, paths[0].Range, $"'{paths[0].Text}' is included by what it includes itself, so it is not included again; Compose refuses the project, take the include out");
            return;
        }

        var folder = include["project_directory"].Text is { Length: > 0 } directory ? RunPaths.Resolve(layer.Folder, directory) : RunPaths.FolderOf(sources[0].Path);
        var environments = Texts(include["env_file"]).Select(static file => file.Text).Where(static file => !string.IsNullOrEmpty(file) && file != "/dev/null").Select(file => RunPaths.Resolve(layer.Folder, file!)).ToList();
        var environment = _run.Environment(layer.Environment, include["env_file"].Exists ? environments : [RunPaths.Combine(folder, ComposeFileNames.Environment)]);
        Named.UnionWith(sources.Select(static source => source.Path));
        Included.UnionWith(sources.Select(static source => source.Path));
        _including.Add(layer.Source.Path);
        model.Add(Load(sources, folder, environment), describe: null);
        _including.RemoveAt(_including.Count - 1);
    }

    private static List<DataCursor> Texts(DataCursor value) =>
        value.Node is DataSequence ? Enumerable.Range(0, value.Count).Select(value.At).ToList() : value.Scalar is null ? [] : [value];
}
