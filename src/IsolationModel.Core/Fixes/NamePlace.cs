using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Fixes;

/// <summary>Where a descriptor takes a name: where one stands already, or where the field can be added.</summary>
public sealed class NamePlace
{
    private readonly string _field;
    private readonly DataScalar? _written;
    private readonly FieldSlot? _slot;

    private readonly Func<string, TextEdit>? _code;

    private NamePlace(string field, DataScalar? written, FieldSlot? slot) => (_field, _written, _slot) = (field, written, slot);

    private NamePlace(Func<string, TextEdit> code) => (_field, _code) = (string.Empty, code);

    /// <summary>A place in code.</summary>
    /// <param name="offset">Where the new text goes in.</param>
    /// <param name="before">What stands in front of the quoted name.</param>
    /// <param name="after">What stands behind it.</param>
    public static NamePlace InCode(int offset, string before, string after) => new(name => new TextEdit(new TextRange(offset, 0), $"{before}\"{name}\"{after}"));

    /// <summary>The place of a field of a mapping; null where the file cannot be edited there.</summary>
    /// <param name="mapping">What holds the field.</param>
    /// <param name="field">The field.</param>
    /// <param name="text">The file's text.</param>
    public static NamePlace? Of(DataCursor mapping, string field, string text)
    {
        var value = mapping[field];
        if (value.Exists)
        {
            return value is { IsBehindAlias: false, IsUnresolved: false, Scalar: { ContentStart: >= 0, Range.Length: > 0 } written } ? new NamePlace(field, written, null) : null;
        }

        return FieldSlot.Of(mapping, text) is { } slot ? new NamePlace(field, null, slot) : null;
    }

    /// <summary>The edit that writes a name there.</summary>
    public TextEdit Write(string name)
    {
        if (_code is not null)
        {
            return _code(name);
        }

        if (_written is null)
        {
            return _slot!.Value.Add([NewField.Text(_field, name)]);
        }

        // In quotes, the quotes stay; without, a name that YAML would take for something else gets some.
        return _written.IsPlain
            ? new TextEdit(_written.Range, PlainText.Is(name) ? name : $"\"{name}\"")
            : new TextEdit(new TextRange(_written.ContentStart, _written.Value.Length), name);
    }
}
