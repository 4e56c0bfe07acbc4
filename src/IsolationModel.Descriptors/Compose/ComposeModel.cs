using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Compose;

/// <summary>A project, as far as it is put together.</summary>
internal sealed class ComposeModel
{
    private readonly ComposeMerge _merge;
    private readonly Dictionary<string, ComposeService> _services = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    public ComposeModel(ComposeMerge merge) => _merge = merge;

    /// <summary>The services, in the order in which they are first named.</summary>
    public IEnumerable<ComposeService> Services => _order.Distinct(StringComparer.Ordinal).Where(_services.ContainsKey).Select(name => _services[name]);

    /// <summary>The named volumes; null where there are none.</summary>
    public DataMapping? Volumes { get; private set; }

    /// <summary>The project's name; null where no file says it.</summary>
    public DataScalar? Name { get; set; }

    /// <summary>The top of each file that declares something for all services.</summary>
    public List<DataCursor> Isolation { get; } = [];

    /// <summary>What belongs to the project and is not known.</summary>
    public List<DescriptionGap> Gaps { get; } = [];

    /// <summary>A service by its name.</summary>
    public ComposeService? Find(string name) => _services.TryGetValue(name, out var service) ? service : null;

    /// <summary>Adds a service, or what another file says of it.</summary>
    public void Add(ComposeService service, Func<string, string>? describe)
    {
        var name = service.Key.Value;
        if (!_services.TryGetValue(name, out var known))
        {
            _order.Add(name);
            _services[name] = service;
            return;
        }

        _services[name] = known with
        {
            Mapping = _merge.Services(known.Mapping, service.Mapping),
            Gaps = [.. known.Gaps, .. service.Gaps],
            Superseded = [.. known.Superseded, .. _merge.Superseded(known.Mapping, service.Mapping), .. service.Superseded],
            Origins = describe is null ? [.. known.Origins, .. service.Origins] : [.. known.Origins, (service.Key.Range, describe(name)), .. service.Origins],
            Files = [.. known.Files.Union(service.Files, StringComparer.Ordinal)],
        };
    }

    /// <summary>Takes a service away.</summary>
    public void Remove(string name) => _services.Remove(name);

    /// <summary>Ends putting together: what takes something back has nothing left to act on.</summary>
    public ComposeModel Complete()
    {
        foreach (var service in Services.ToList())
        {
            _services[service.Key.Value] = service with { Mapping = _merge.Cleaned(service.Mapping) };
        }

        Volumes = Volumes is null ? null : _merge.Cleaned(Volumes);
        return this;
    }

    /// <summary>Adds named volumes.</summary>
    public void AddVolumes(DataNode? volumes)
    {
        if (volumes is DataMapping mapping)
        {
            Volumes = Volumes is null ? mapping : _merge.Values(Volumes, mapping);
        }
    }

    /// <summary>Adds a whole project, whose own words are nearer than what is here already.</summary>
    public void Add(ComposeModel other, Func<string, string>? describe)
    {
        foreach (var service in other.Services)
        {
            Add(service, describe);
        }

        AddVolumes(other.Volumes);
        Name = other.Name ?? Name;
        Isolation.AddRange(other.Isolation);
        Gaps.AddRange(other.Gaps);
    }

    /// <summary>The project as one document, so that every place is found as in any other.</summary>
    public DataMapping ToDocument(TextRange place)
    {
        var services = Services.Select(static service => new DataEntry(service.Key, service.Mapping)).ToList();
        return new DataMapping(place, [new DataEntry(new DataScalar(place, ComposeKeys.Services, isPlain: true, contentStart: -1), new DataMapping(place, services))]);
    }
}
