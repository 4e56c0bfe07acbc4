using System.Diagnostics.CodeAnalysis;

namespace IsolationModel.Modeling.Reading;

/// <summary>Things by name, in the ordinal order of the names.</summary>
/// <remarks>
/// Not a SortedDictionary: its nodes are collections of pairs, code that is compiled anew at every start of the tool and of the compiler, and the
/// maps of a model are small and written mostly in their order.
/// </remarks>
internal sealed class SortedMap<T>
    where T : class
{
    private readonly List<string> _keys = [];
    private readonly List<T> _values = [];

    public IReadOnlyList<string> Keys => _keys;

    public IReadOnlyList<T> Values => _values;

    public T this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);
        set
        {
            var index = IndexOf(key);
            if (index >= 0)
            {
                _values[index] = value;
                return;
            }

            _keys.Insert(~index, key);
            _values.Insert(~index, value);
        }
    }

    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    public bool TryGetValue(string key, [NotNullWhen(true)] out T? value)
    {
        var index = IndexOf(key);
        value = index >= 0 ? _values[index] : null;
        return index >= 0;
    }

    public void Remove(string key)
    {
        var index = IndexOf(key);
        if (index >= 0)
        {
            _keys.RemoveAt(index);
            _values.RemoveAt(index);
        }
    }

    private int IndexOf(string key) => _keys.BinarySearch(key, StringComparer.Ordinal);
}
