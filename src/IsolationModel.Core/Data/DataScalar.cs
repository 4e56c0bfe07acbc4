using IsolationModel.Text;

namespace IsolationModel.Data;

/// <summary>A scalar: a JSON string, number or literal, or a YAML scalar of any style.</summary>
public sealed class DataScalar : DataNode
{
    /// <summary>Makes a scalar.</summary>
    /// <param name="range">The scalar with its quotes, without its anchor and tag.</param>
    /// <param name="value">The value after unescaping and folding.</param>
    /// <param name="isPlain">Whether it may be a boolean, number or null: it was written without quotes, or its tag says that it is one.</param>
    /// <param name="contentStart">Offset of the value's first character when the value stands in the text character by character; otherwise -1.</param>
    /// <param name="isUnresolved">Whether the value is a placeholder that a template engine fills in later.</param>
    public DataScalar(TextRange range, string value, bool isPlain, int contentStart, bool isUnresolved = false)
        : base(range)
    {
        Value = value;
        IsPlain = isPlain;
        ContentStart = contentStart;
        IsUnresolved = isUnresolved;
    }

    /// <summary>The value after unescaping and folding.</summary>
    public string Value { get; }

    /// <summary>Whether it may be a boolean, number or null: it was written without quotes, or its tag says that it is one.</summary>
    public bool IsPlain { get; }

    /// <summary>Offset of the value's first character when the value stands in the text character by character; otherwise -1.</summary>
    public int ContentStart { get; }

    /// <summary>Whether the value is a placeholder (<c>{{ .Values.x }}</c>) that a template engine fills in later.</summary>
    public bool IsUnresolved { get; }

    /// <summary>Whether the scalar is null: <c>null</c>, <c>~</c> or nothing, unquoted.</summary>
    public bool IsNull => IsPlain && Value is ("" or "~" or "null" or "Null" or "NULL");

    /// <summary>
    /// The boolean that an API server reads, or null when it is none. Unquoted YAML 1.1 words count, <c>y</c> and <c>n</c> among them
    /// (resolve table of goyaml.v2 in kubernetes-sigs/yaml, which kubectl decodes with; measured with kubectl 1.32).
    /// </summary>
    public bool? AsBoolean() => !IsPlain ? null : Value switch
    {
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" or "y" or "Y" => true,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" or "n" or "N" => false,
        _ => null,
    };

    /// <summary>
    /// The integer that an API server reads, or null when it is none or does not fit: decimal, octal (<c>0777</c>, <c>0o17</c>),
    /// hexadecimal and binary, with a sign and underscores, as kubectl takes them. Fractions and exponents are no integers, not even
    /// <c>1.0</c>: the API server's JSON decoder refuses them.
    /// </summary>
    public long? AsInteger() => IsPlain ? IntegerText.Read(Value) : null;

    /// <summary>The place of a part of the value; the whole scalar when the value does not stand in the text character by character.</summary>
    public TextRange RangeOf(int start, int length) => ContentStart < 0 ? Range : new TextRange(ContentStart + start, length);
}
