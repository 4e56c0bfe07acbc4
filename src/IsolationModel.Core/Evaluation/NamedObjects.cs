using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>Things of a run by the object that they belong to. A namespace that a descriptor leaves open is filled in at deployment, so it may be any.</summary>
internal sealed class NamedObjects<T>
{
    private const string LeftOpen = "";

    /// <summary>No namespace has this name, so it stands for all of them.</summary>
    private const string Every = "*";

    private readonly Dictionary<(string Kind, string Name, string Namespace), List<T>> _entries = [];

    public void Add(ObjectReference owner, IEnumerable<T> values)
    {
        foreach (var value in values)
        {
            Bucket(owner, owner.Namespace ?? LeftOpen).Add(value);
            Bucket(owner, Every).Add(value);
        }
    }

    /// <summary>What belongs to the meant object: to the one of exactly this namespace where there is one, otherwise to those that may become it.</summary>
    public IReadOnlyList<T> Find(ObjectReference meant)
    {
        IReadOnlyList<T>? found = Entries(meant, meant.Namespace ?? Every);
        return found ?? (meant.Namespace is null ? null : Entries(meant, LeftOpen)) ?? [];
    }

    private List<T>? Entries(ObjectReference owner, string space) => _entries.TryGetValue((owner.Kind, owner.Name, space), out var bucket) ? bucket : null;

    private List<T> Bucket(ObjectReference owner, string space)
    {
        var key = (owner.Kind, owner.Name, space);
        if (!_entries.TryGetValue(key, out var bucket))
        {
            _entries.Add(key, bucket = []);
        }

        return bucket;
    }
}
