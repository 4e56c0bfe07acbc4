namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>What a text says at a place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Start">Where it starts, behind its properties; a block mapping starts where its first key does.</param>
/// <param name="End">Where it ends. A block scalar ends where the next line starts that is none of it; a block collection where its last node ends.</param>
/// <param name="Value">The text of a scalar, the name of an alias; otherwise null.</param>
/// <param name="ContentStart">Where the text of a scalar stands as it is, without escapes and folded lines; otherwise -1.</param>
/// <param name="Properties">The anchor and tag of a node.</param>
internal readonly record struct YamlEvent(YamlEventKind Kind, YamlStyle Style, int Start, int End, string? Value, int ContentStart, NodeProperties Properties);
