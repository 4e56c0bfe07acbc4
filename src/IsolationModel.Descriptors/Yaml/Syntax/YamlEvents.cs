namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>
/// The events of one document. A key is known for one only when its colon is reached, so the start of its mapping is inserted in front of it.
/// </summary>
internal sealed class YamlEvents
{
    /// <summary>An array that one exceptional document made larger than this is not kept.</summary>
    private const int Kept = 16_384;

    [ThreadStatic]
    private static YamlEvents? _spare;

    private YamlEvent[] _events = new YamlEvent[256];

    private YamlEvents()
    {
    }

    /// <summary>How many nodes may still come.</summary>
    public int Room { get; set; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref readonly YamlEvent this[int index] => ref _events[index];

    /// <summary>The array that this thread has at hand, or a new one.</summary>
    public static YamlEvents Take()
    {
        var events = _spare ?? new YamlEvents();
        _spare = null;
        return events;
    }

    /// <summary>Hands the array on to the next text.</summary>
    public void Return()
    {
        Clear();
        _spare = _events.Length <= Kept ? this : null;
    }

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        Array.Clear(_events, 0, Count);
        Count = 0;
    }

    /// <summary>Adds one at the end.</summary>
    /// <exception cref="YamlSyntaxException">There is no room for another node.</exception>
    public void Add(in YamlEvent added)
    {
        if (added.Kind is YamlEventKind.Scalar or YamlEventKind.Alias or YamlEventKind.SequenceStart or YamlEventKind.MappingStart && --Room < 0)
        {
            throw YamlSyntaxException.TooManyNodes(added.Start);
        }

        if (Count == _events.Length)
        {
            Array.Resize(ref _events, Count * 2);
        }

        _events[Count++] = added;
    }

    /// <summary>Puts one in front of another.</summary>
    public void Insert(int index, in YamlEvent inserted)
    {
        Add(inserted);
        Array.Copy(_events, index, _events, index + 1, Count - index - 1);
        _events[index] = inserted;
    }

    /// <summary>Gives one other properties.</summary>
    public void SetProperties(int index, NodeProperties properties) => _events[index] = _events[index] with { Properties = properties };
}
