namespace IsolationModel.Fixes;

/// <summary>A field that a fix adds to a mapping.</summary>
internal sealed class NewField
{
    private NewField(string name, string? value, bool isText, NewField[] fields) => (Name, Value, IsText, Fields) = (name, value, isText, fields);

    /// <summary>Its key: a plain word of an API.</summary>
    public string Name { get; }

    /// <summary>Its value; null for a mapping.</summary>
    public string? Value { get; }

    /// <summary>Whether the value is text, which JSON quotes; otherwise it stands as it is in every style.</summary>
    public bool IsText { get; }

    /// <summary>The fields of a mapping.</summary>
    public IReadOnlyList<NewField> Fields { get; }

    /// <summary>A text.</summary>
    public static NewField Text(string name, string value) => new(name, value, true, []);

    /// <summary>A boolean, or a list in brackets: what reads the same in JSON and YAML.</summary>
    public static NewField Literal(string name, string value) => new(name, value, false, []);

    /// <summary>A mapping.</summary>
    public static NewField Mapping(string name, params NewField[] fields) => new(name, null, false, fields);
}
