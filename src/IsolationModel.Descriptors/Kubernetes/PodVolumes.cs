using IsolationModel.Data;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>The volumes of a Pod by name, looked up once for each mount of each container.</summary>
internal sealed class PodVolumes(DataCursor list)
{
    private Dictionary<string, DataCursor>? _byName;

    /// <summary>A placeholder that may stand for any volume: the list itself or an item of it; missing where there is none.</summary>
    public DataCursor Hidden { get; private set; } = list.IsUnresolved ? list : default;

    /// <summary>The first volume of a name; missing where there is none.</summary>
    public DataCursor Find(string name) => (_byName ??= Index()).TryGetValue(name, out var volume) ? volume : default;

    private Dictionary<string, DataCursor> Index()
    {
        var byName = new Dictionary<string, DataCursor>(StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++)
        {
            var volume = list.At(i);
            Hidden = volume.IsUnresolved ? volume : Hidden;
            if (volume["name"].Text is { } name && !byName.ContainsKey(name))
            {
                byName.Add(name, volume);
            }
        }

        return byName;
    }
}
