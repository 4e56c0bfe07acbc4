namespace IsolationModel.Cli.LanguageServer.Places;

/// <summary>What is written at a place, as far as the model has something to say of it.</summary>
internal enum PlaceKind
{
    /// <summary>One of the needs of a list.</summary>
    Need,

    /// <summary>A level's id.</summary>
    Level,

    /// <summary>A scenario's id.</summary>
    Scenario,

    /// <summary>The key of an annotation or label that may be one of ours.</summary>
    NeedKey,

    /// <summary>The name of a runtime class.</summary>
    RuntimeClass,

    /// <summary>The handler of a RuntimeClass.</summary>
    Handler,

    /// <summary>The runtime of a Compose service.</summary>
    ComposeRuntime,

    /// <summary>A technology's id.</summary>
    Technology,

    /// <summary>A reference such as <c>technology/gvisor</c>.</summary>
    TechnologyReference,
}
