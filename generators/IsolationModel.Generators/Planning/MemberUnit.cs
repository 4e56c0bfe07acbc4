namespace IsolationModel.Generators.Planning;

/// <summary>A member of a class of words: a constant, or a property.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Code of its type; null for a constant of type string.</param>
/// <param name="Code">Code of its value.</param>
/// <param name="Documentation">What it means.</param>
internal sealed record MemberUnit(string Name, string? Type, string Code, string Documentation)
{
    /// <summary>The kind of entry of the model that it stands for; null for a constant, whose value tells all.</summary>
    public string? EntryKind { get; init; }

    /// <summary>The entry.</summary>
    public string EntryId { get; init; } = string.Empty;
}
