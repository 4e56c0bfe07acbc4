namespace IsolationModel.Descriptors.Compose;

/// <summary>Why files are loaded together.</summary>
internal enum ComposeProjectKind
{
    /// <summary>The user of the product says so.</summary>
    Chosen,

    /// <summary>Compose finds them by their names, or by <c>COMPOSE_FILE</c> in the environment file beside them.</summary>
    Default,

    /// <summary>A development container says so.</summary>
    Container,

    /// <summary>A file that somebody has to name, and that can be started by itself.</summary>
    Other,
}
