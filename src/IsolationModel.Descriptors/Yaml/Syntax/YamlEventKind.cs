namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>What a YAML text says at a place (YAML 1.2.2, 3.1, "serialization events").</summary>
internal enum YamlEventKind : byte
{
    /// <summary>A document begins.</summary>
    DocumentStart,

    /// <summary>A document ends.</summary>
    DocumentEnd,

    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>An alias.</summary>
    Alias,

    /// <summary>A sequence begins.</summary>
    SequenceStart,

    /// <summary>A sequence ends.</summary>
    SequenceEnd,

    /// <summary>A mapping begins; keys and values follow in turn.</summary>
    MappingStart,

    /// <summary>A mapping ends.</summary>
    MappingEnd,
}
