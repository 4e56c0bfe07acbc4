namespace IsolationModel.Modeling.Reading;

/// <summary>What lower layers do not let higher ones loosen.</summary>
internal sealed class LockSet
{
    private readonly List<Held> _locks = [];

    public IEnumerable<ModelLock> All => _locks.Select(entry => entry.Lock).Distinct().OrderBy(entry => entry.Pointer, StringComparer.Ordinal).ThenBy(entry => entry.ModelId, StringComparer.Ordinal);

    public void Add(ModelLock pointer, int layer) => _locks.Add(new Held(pointer, layer));

    /// <summary>The lock of a lower layer that covers an entry, or that lies within it; null where there is none.</summary>
    /// <param name="entry">The entry of a higher layer.</param>
    /// <param name="countsParts">Whether a lock on a part of the entry counts for the whole of it.</param>
    public ModelLock? Find(ModelObject entry, bool countsParts = true) => _locks.Count == 0 ? null : Find(entry.Pointer, entry.Part.Layer, countsParts);

    /// <summary>As above, by the entry's pointer and layer.</summary>
    public ModelLock? Find(string pointer, int layer, bool countsParts)
    {
        foreach (var held in _locks)
        {
            if (held.Layer < layer && (IsWithin(pointer, held.Lock.Pointer) || (countsParts && IsWithin(held.Lock.Pointer, pointer))))
            {
                return held.Lock;
            }
        }

        return null;
    }

    private static bool IsWithin(string pointer, string whole) =>
        pointer.StartsWith(whole, StringComparison.Ordinal) && (pointer.Length == whole.Length || pointer[whole.Length] == '/');

    /// <summary>A lock and the layer that holds it. A class, as <see cref="ModelEntry"/> is.</summary>
    private sealed class Held(ModelLock what, int layer)
    {
        public ModelLock Lock { get; } = what;

        public int Layer { get; } = layer;
    }
}
