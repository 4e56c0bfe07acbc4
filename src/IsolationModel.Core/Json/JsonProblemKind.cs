namespace IsolationModel.Json;

/// <summary>What can be wrong with a JSON text.</summary>
public enum JsonProblemKind
{
    /// <summary>The text breaks the grammar of RFC 8259; reading stopped there.</summary>
    Syntax,

    /// <summary>A key stands twice in one object; reading went on and the last one counts.</summary>
    DuplicateKey,

    /// <summary>Objects and arrays are nested too deep; reading stopped there.</summary>
    TooDeep,
}
