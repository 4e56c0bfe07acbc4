using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>
/// Looks for words in the text of a file. It runs over every file of every project, so it makes no syntax tree talk: one pass over the characters,
/// whole words only. A word in a comment or in a text counts, which costs a closer look and nothing else.
/// </summary>
internal sealed class WordSearch
{
    private const int ChunkLength = 4096;

    /// <summary>Words are ASCII, so that their first letter is a place in a table.</summary>
    private const int Letters = 128;

    [ThreadStatic]
    private static char[]? _buffer;

    private readonly (string Word, ulong Owners)[]?[] _words = new (string, ulong)[]?[Letters];
    private readonly ulong _all;
    private readonly int _longest;

    /// <summary>A search for the words of several owners, at most 64.</summary>
    public WordSearch(IReadOnlyList<IReadOnlyCollection<string>> words)
    {
        var owned = words.SelectMany(static (list, owner) => list.Select(word => (Word: word, Owner: 1UL << owner)));
        foreach (var group in owned.GroupBy(static entry => entry.Word, StringComparer.Ordinal).GroupBy(static entry => entry.Key[0]))
        {
            _words[group.Key] = [.. group.Select(static word => (word.Key, word.Aggregate(0UL, static (owners, entry) => owners | entry.Owner)))];
            _longest = Math.Max(_longest, group.Max(static word => word.Key.Length));
        }

        _all = words.Count == 64 ? ulong.MaxValue : (1UL << words.Count) - 1;
    }

    /// <summary>The owners of whose words one stands in a text, a bit each in their order.</summary>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public ulong OwnersIn(SourceText text, CancellationToken cancellationToken)
    {
        var owners = 0UL;
        var buffer = _buffer ??= new char[ChunkLength];
        var kept = 0;
        for (var at = 0; at < text.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(buffer.Length - kept, text.Length - at);
            text.CopyTo(at, buffer, kept, count);
            at += count;
            var length = kept + count;
            var isLast = at == text.Length;
            owners |= OwnersIn(buffer, length, isLast, out var rest);
            if (owners == _all)
            {
                return owners;
            }

            // A word that the end of the chunk may have cut goes on in the next; one that fills the chunk is none of ours.
            kept = isLast || length - rest > _longest ? 0 : length - rest;
            Array.Copy(buffer, length - kept, buffer, 0, kept);
        }

        return owners;
    }

    /// <param name="text">The characters.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="isLast">Whether nothing follows.</param>
    /// <param name="rest">Where the word starts that goes on behind the end; the length where none does.</param>
    private ulong OwnersIn(char[] text, int length, bool isLast, out int rest)
    {
        var owners = 0UL;
        for (var i = 0; i < length;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            do
            {
                i++;
            }
            while (i < length && IsPart(text[i]));

            if (i == length && !isLast)
            {
                rest = start;
                return owners;
            }

            if (text[start] < Letters && _words[text[start]] is { } words)
            {
                owners |= OwnersOf(words, text, start, i - start);
            }
        }

        rest = length;
        return owners;
    }

    private static ulong OwnersOf((string Word, ulong Owners)[] words, char[] text, int start, int length)
    {
        foreach (var (word, owners) in words)
        {
            if (word.Length == length && text.AsSpan(start, length).SequenceEqual(word.AsSpan()))
            {
                return owners;
            }
        }

        return 0;
    }

    /// <summary>Anything beyond ASCII counts as a letter: it makes another word of what it touches.</summary>
    private static bool IsPart(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or >= (char)Letters;
}
