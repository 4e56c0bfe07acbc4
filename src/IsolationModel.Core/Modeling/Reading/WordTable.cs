namespace IsolationModel.Modeling.Reading;

/// <summary>The words of the format for something, and what they mean.</summary>
/// <remarks>
/// Not a dictionary: there is a table for each of many enums, each is asked a few times, and every start of the tool and of the compiler would
/// compile a dictionary anew for each.
/// </remarks>
internal sealed class WordTable<T>
    where T : struct
{
    private readonly List<string> _words = [];
    private readonly List<object> _meanings = [];

    /// <summary>The words, in the order in which they were added.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The words for messages: sorted, with commas between.</summary>
    public string List => string.Join(", ", _words.OrderBy(word => word, StringComparer.Ordinal));

    public T this[string word]
    {
        set
        {
            _words.Add(word);
            _meanings.Add(value);
        }
    }

    /// <summary>What a word means, or null.</summary>
    public T? Find(string word) => _words.IndexOf(word) is >= 0 and var index ? (T)_meanings[index] : null;
}
