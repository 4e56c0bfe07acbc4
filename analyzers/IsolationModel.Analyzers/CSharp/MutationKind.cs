namespace IsolationModel.Analyzers.CSharp;

/// <summary>How code changes an object that it made before.</summary>
internal enum MutationKind
{
    /// <summary>It sets a member or an entry.</summary>
    Set,

    /// <summary>It sets a member that has no value yet (<c>??=</c>).</summary>
    SetIfNull,

    /// <summary>It appends an item to a list.</summary>
    Append,

    /// <summary>It appends the items of another list.</summary>
    AppendAll,

    /// <summary>It does something after which the value is not known.</summary>
    Spoil,
}
