using IsolationModel.Data;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Compose;

/// <summary>Services that extend others (compose-go, loader/extends.go): the other one is merged first, then what the service says itself.</summary>
internal sealed class ComposeInheritance(ComposeSpace space, ComposeMerge merge, IComposeRun run, Action<RuleDescriptor, TextRange, string> report)
{
    /// <summary>Nobody inherits over more steps.</summary>
    private const int MaximumSteps = 64;

    private readonly Dictionary<(string Path, string Folder, ComposeEnvironment Environment), IReadOnlyList<ComposeLayer>> _layers = [];
    private readonly List<(ComposeLayer Layer, string Name)> _open = [];

    /// <summary>A service with everything that it inherits.</summary>
    /// <param name="layer">The document that has it.</param>
    /// <param name="key">Its name.</param>
    /// <param name="named">Takes the paths of files that are named on the way.</param>
    public ComposeService Resolve(ComposeLayer layer, DataScalar key, HashSet<string> named)
    {
        if (layer.Inherited.TryGetValue(key.Value, out var known))
        {
            return known;
        }

        _ = layer.Services.TryGet(key.Value, out var written, out var value);
        var own = new ComposeService(written ?? key, value as DataMapping ?? new DataMapping(value?.Range ?? key.Range, [])) { Files = [layer.Source.ShownPath] };
        var extends = new DataCursor(own.Mapping)[ComposeKeys.Extends];
        if (extends.Exists && !extends.IsNull)
        {
            _open.Add((layer, key.Value));
            own = Extend(layer, own, extends, named);
            _open.RemoveAt(_open.Count - 1);
        }

        layer.Inherited[key.Value] = own;
        return own;
    }

    private ComposeService Extend(ComposeLayer layer, ComposeService own, DataCursor extends, HashSet<string> named)
    {
        var file = extends["file"];
        var service = extends.Scalar is null ? extends["service"] : extends;
        if (service.Text is not { Length: > 0 } name || (extends.Scalar is null && file is { Exists: true, IsNull: false, Text: null }))
        {
            return own;
        }

        if (service.IsUnresolved || (extends.Scalar is null && file.IsUnresolved))
        {
            return WithGap(own, extends.Range, $"what it extends has a variable without a value; write service and file out");
        }

        IReadOnlyList<ComposeLayer> layers = [layer];
        if (extends.Scalar is null && file.Text is { Length: > 0 } path)
        {
            var source = run.Find(RunPaths.Resolve(layer.Folder, path));
            if (source is null)
            {
                return WithGap(own, file.Range, $"service '{name}' of '{path}', which it extends, is not among the files, or cannot be read; check it along");
            }

            named.Add(source.Path);
            layers = LayersOf(source, layer.Environment);
        }

        var found = layers.FirstOrDefault(candidate => candidate.Services.TryGet(name, out _, out _));
        if (found is null)
        {
            report(InputRules.DanglingReference, service.Range, $"service '{own.Key.Value}' extends '{name}', which {(file.Text is { } other && extends.Scalar is null ? $"'{other}'" : "the file")} does not have; Compose refuses the project, name a service that is there");
            return own;
        }

        if (_open.Exists(step => ReferenceEquals(step.Layer, found) && string.Equals(step.Name, name, StringComparison.Ordinal)))
        {
            report(InputRules.CircularReference, service.Range, $"service '{own.Key.Value}' extends '{name}', which extends it in turn, so that is not followed; Compose refuses the project, take one of the extends out");
            return own;
        }

        _ = found.Services.TryGet(name, out var key, out _);
        var inherited = _open.Count == MaximumSteps ? null : Resolve(found, key!, named);

        // Each step is an origin. Counted there, since what was resolved before takes no steps now, and a chain could grow without end.
        if (inherited is null || inherited.Origins.Count >= MaximumSteps)
        {
            return WithGap(own, service.Range, $"services extend each other over more than {MaximumSteps} steps, of which no more are followed; shorten the chain");
        }

        return own with
        {
            Mapping = Merge(inherited.Mapping, own.Mapping),
            Gaps = [.. own.Gaps, .. inherited.Gaps],
            Superseded = [.. inherited.Superseded, .. merge.Superseded(inherited.Mapping, own.Mapping)],
            Origins = [.. own.Origins, (inherited.Key.Range, $"service '{own.Key.Value}' extends this one"), .. inherited.Origins],
            Files = [.. own.Files.Union(inherited.Files, StringComparer.Ordinal)],
        };
    }

    /// <summary>
    /// What a service says itself stays in front, the reference among it: that is where a field is added, since what it inherits belongs to others, too.
    /// </summary>
    private DataMapping Merge(DataMapping inherited, DataMapping own)
    {
        var merged = merge.Services(merge.Cleaned(new DataMapping(inherited.Range, inherited.Entries.Where(static entry => entry.Key.Value != ComposeKeys.Extends).ToList())), own);
        space.Spend(merged.Entries.Count);
        return new DataMapping(own.Range, merged.Entries.OrderBy(entry => own.TryGet(entry.Key.Value, out _, out _) ? 0 : 1).ToList());
    }

    private IReadOnlyList<ComposeLayer> LayersOf(ComposeSource source, ComposeEnvironment environment)
    {
        var folder = RunPaths.FolderOf(source.Path);
        if (!_layers.TryGetValue((source.Path, folder, environment), out var layers))
        {
            layers = source.Documents.Select(document => ComposeLayer.Of(source, document, folder, environment, space)).OfType<ComposeLayer>().ToList();
            _layers.Add((source.Path, folder, environment), layers);
        }

        return layers;
    }

    private static ComposeService WithGap(ComposeService service, TextRange range, string reason) => service with { Gaps = [.. service.Gaps, new DescriptionGap(range, reason)] };
}
