namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>How a node is written.</summary>
internal enum YamlStyle : byte
{
    /// <summary>A scalar without quotes, a collection by its indentation, a document without mark.</summary>
    Plain,

    /// <summary>A scalar in single quotes.</summary>
    SingleQuoted,

    /// <summary>A scalar in double quotes.</summary>
    DoubleQuoted,

    /// <summary>A block scalar that keeps its lines (<c>|</c>).</summary>
    Literal,

    /// <summary>A block scalar that joins its lines (<c>&gt;</c>).</summary>
    Folded,

    /// <summary>A collection in brackets.</summary>
    Flow,

    /// <summary>A document with a mark (<c>---</c>, <c>...</c>).</summary>
    Marked,
}
