namespace IsolationModel.Modeling;

/// <summary>Names an entry of the catalogue.</summary>
/// <param name="Kind">The entry's kind.</param>
/// <param name="Id">Its id among the entries of that kind.</param>
public sealed record EntryReference(EntryKind Kind, string Id) : IComparable<EntryReference>
{
    private static readonly string[] Words = ["technology", "platform", "mechanism", "control", "hardware"];

    /// <summary>The words that name kinds in references, in the order of <see cref="EntryKind"/>.</summary>
    public static IReadOnlyList<string> KindWords => Words;

    /// <summary>The word that names a kind: <c>technology</c>.</summary>
    public static string WordOf(EntryKind kind) => Words[(int)kind];

    /// <summary>Reads <c>kind/id</c>, such as <c>mechanism/seccomp</c>; null where the text is anything else.</summary>
    public static EntryReference? Parse(string text)
    {
        var slash = text.IndexOf('/');
        var kind = slash < 0 ? -1 : Array.IndexOf(Words, text.Substring(0, slash));
        return kind < 0 || slash == text.Length - 1 ? null : new EntryReference((EntryKind)kind, text.Substring(slash + 1));
    }

    /// <summary>By kind, then by id.</summary>
    public int CompareTo(EntryReference? other) =>
        other is null ? 1 : Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Id, other.Id);

    /// <summary><c>kind/id</c>.</summary>
    public override string ToString() => $"{WordOf(Kind)}/{Id}";

    /// <summary>Whether the left one comes first.</summary>
    public static bool operator <(EntryReference? left, EntryReference? right) => Comparer<EntryReference?>.Default.Compare(left, right) < 0;

    /// <summary>Whether the left one comes first or both are equal.</summary>
    public static bool operator <=(EntryReference? left, EntryReference? right) => Comparer<EntryReference?>.Default.Compare(left, right) <= 0;

    /// <summary>Whether the right one comes first.</summary>
    public static bool operator >(EntryReference? left, EntryReference? right) => Comparer<EntryReference?>.Default.Compare(left, right) > 0;

    /// <summary>Whether the right one comes first or both are equal.</summary>
    public static bool operator >=(EntryReference? left, EntryReference? right) => Comparer<EntryReference?>.Default.Compare(left, right) >= 0;
}
