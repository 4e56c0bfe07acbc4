using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>The entries of one section over all layers, by id. Nothing is replaced in silence, and nothing that is locked is loosened.</summary>
internal sealed class ModelSection<T>(string what, LockSet locks)
    where T : class, IEquatable<T>
{
    private readonly SortedMap<Entry> _sorted = new();

    private EquatableArray<T> _below;

    /// <summary>Gives the ids of what is below; null once that was sorted in, or where nothing is below.</summary>
    private Func<T, string>? _idBelow;

    private SortedMap<Entry> Sorted
    {
        get
        {
            if (_idBelow is { } id)
            {
                _idBelow = null;
                foreach (var entry in _below)
                {
                    AddBase(id(entry), entry);
                }
            }

            return _sorted;
        }
    }

    public IEnumerable<T> Values => Sorted.Values.Select(entry => entry.Value);

    /// <summary>All entries by id. An overlay touches few sections: the others stay what they were, without being sorted again.</summary>
    public EquatableArray<T> All => _idBelow is null ? Values.ToEquatableArray() : _below;

    public IEnumerable<string> Ids => Sorted.Keys;

    /// <summary>Why entries cannot be removed; null where they can.</summary>
    public string? KeptBecause { get; init; }

    /// <summary>Whether a replacement asks at least as much as what it replaces; what is locked may be replaced by such only.</summary>
    public Func<T, T, bool> Tightens { get; init; } = static (_, _) => false;

    /// <summary>Whether locks on parts of an entry are looked after by the reader of those parts.</summary>
    public bool GuardsParts { get; init; }

    /// <summary>What layers took away, with the place that says so.</summary>
    public List<Removal> Removed { get; } = [];

    public T? Find(string id) => Sorted.TryGetValue(id, out var entry) ? entry.Value : null;

    public void AddBase(string id, T value) => Sorted[id] = new Entry(value, null);

    /// <summary>Starts from the entries of the model below, which are sorted by their ids.</summary>
    public void StartFrom(EquatableArray<T> below, Func<T, string> id) => (_below, _idBelow) = (below, id);

    /// <summary>The entries of a map of ids that are to be read; those that take something away are done with.</summary>
    /// <param name="root">What holds the map.</param>
    /// <param name="key">The map's key.</param>
    /// <param name="belongs">Whether an entry of a lower layer stands under this key; where sections share their ids, locks are found by the key.</param>
    public IEnumerable<ModelEntry> Entries(ModelObject root, string key, Func<T, bool>? belongs = null)
    {
        foreach (var entry in root.MapOfIds(key))
        {
            if (belongs is not null && (entry.Value.IsOverride || entry.Value.IsRemoval) && Find(entry.Id) is { } below && !belongs(below))
            {
                entry.Value.Part.Report(ModelRules.DuplicateId, entry.Value.NameRange, $"{what} '{entry.Id}' is defined below, but not under '{key}'; change it where it belongs");
            }
            else if (entry.Value.IsRemoval)
            {
                Remove(entry.Id, entry.Value);
            }
            else
            {
                yield return entry;
            }
        }
    }

    /// <summary>Adds an entry unless it may not be; an entry that could not be read only has its id checked.</summary>
    public void Add(string id, T? value, ModelObject source)
    {
        if (MayAdd(id, source) && value is not null && MayReplace(id, value, source))
        {
            Put(id, value, source);
        }
    }

    /// <summary>Adds an entry whatever stands below it, unless that is locked.</summary>
    public void Replace(string id, T value, ModelObject source)
    {
        if (MayReplace(id, value, source))
        {
            Put(id, value, source);
        }
    }

    /// <summary>Adds an entry whatever stands below it; locks are looked after by the caller.</summary>
    public void Put(string id, T value, ModelObject source) => Sorted[id] = new Entry(value, source);

    /// <summary>Changes every entry without making it one of another layer.</summary>
    public void Change(Func<T, T> change)
    {
        foreach (var id in Sorted.Keys.ToList())
        {
            Sorted[id] = Sorted[id].With(change(Sorted[id].Value));
        }
    }

    /// <summary>Takes an entry of a lower layer away.</summary>
    public void Remove(string id, ModelObject source)
    {
        source.Finish();
        if (Find(id) is not { } existing)
        {
            source.Part.Report(ModelRules.OverrideOfNothing, source.NameRange, $"there is no {what} '{id}' to remove");
        }
        else if (Sorted[id].Layer == source.Part.Layer)
        {
            source.Part.Report(ModelRules.DuplicateId, source.NameRange, $"{what} '{id}' is defined at {Sorted[id].Place} of the same layer; leave it out there instead");
        }
        else if (KeptBecause is not null)
        {
            source.Part.Report(ModelRules.WrongShape, source.NameRange, $"{what} '{id}' cannot be removed, because {KeptBecause}");
        }
        else if (locks.Find(source) is { } locked)
        {
            Refuse(locked, source, $"{what} '{id}' cannot be removed");
        }
        else
        {
            Sorted.Remove(id);
            Removed.Add(new Removal(id, existing, source));
        }
    }

    /// <summary>Whether the entry may go in: it is new, or it says that it overrides one of a lower layer. Reports why not.</summary>
    public bool MayAdd(string id, ModelObject source)
    {
        var part = source.Part;
        if (!Sorted.TryGetValue(id, out var existing))
        {
            if (source.IsOverride)
            {
                part.Report(ModelRules.OverrideOfNothing, source.NameRange, $"there is no {what} '{id}' to override");
            }

            return !source.IsOverride;
        }

        if (existing.Layer == part.Layer)
        {
            part.Report(ModelRules.DuplicateId, source.NameRange, $"{what} '{id}' is already defined at {existing.Place}");
            return false;
        }

        if (!source.IsOverride)
        {
            part.Report(ModelRules.DuplicateId, source.NameRange, $"{what} '{id}' is already defined by the model below; say \"$op\": \"override\" to replace it");
        }

        return source.IsOverride;
    }

    /// <summary>Checks that an id names an entry, and reports the nearest one if not.</summary>
    public bool Check(ModelPart part, string id, Text.TextRange range)
    {
        if (Sorted.ContainsKey(id))
        {
            return true;
        }

        var nearest = Text.NearestName.Of(id, Sorted.Keys) is { } name ? $"; did you mean '{name}'?" : string.Empty;
        part.Report(ModelRules.UnknownId, range, $"there is no {what} '{id}'{nearest}");
        return false;
    }

    private bool MayReplace(string id, T value, ModelObject source)
    {
        if (Find(id) is { } below && locks.Find(source, countsParts: !GuardsParts) is { } locked && !Tightens(below, value))
        {
            Refuse(locked, source, $"{what} '{id}' may only be tightened");
            return false;
        }

        return true;
    }

    private static void Refuse(ModelLock locked, ModelObject source, string message) =>
        source.Part.Report(ModelRules.LockedIsLoosened, source.NameRange, $"{message}, because model '{locked.ModelId}' locks '{locked.Pointer}'");

    /// <summary>What a layer took away, with the place that says so. A class, as <see cref="ModelEntry"/> is.</summary>
    public sealed class Removal(string id, T value, ModelObject source)
    {
        public void Deconstruct(out string removedId, out T removed, out ModelObject place) => (removedId, removed, place) = (id, value, source);
    }

    /// <summary>An entry, and what it was read from; null for one of the model below. A class, as <see cref="ModelEntry"/> is.</summary>
    private sealed class Entry(T value, ModelObject? source)
    {
        public T Value { get; } = value;

        public Entry With(T changed) => new(changed, source);

        public int Layer => source?.Part.Layer ?? 0;

        public string Place => source is null ? string.Empty : $"{source.Part.Path}({source.Part.PositionOf(source.NameRange).Line},{source.Part.PositionOf(source.NameRange).Column})";
    }
}
