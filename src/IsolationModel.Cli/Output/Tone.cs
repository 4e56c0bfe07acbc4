namespace IsolationModel.Cli.Output;

/// <summary>How a text stands out on a terminal with colours; elsewhere it does not.</summary>
internal enum Tone
{
    /// <summary>Not at all.</summary>
    Plain,

    /// <summary>A heading, a name.</summary>
    Strong,

    /// <summary>What need not be read.</summary>
    Faint,

    /// <summary>Something that holds.</summary>
    Good,

    /// <summary>Something that is open.</summary>
    Doubtful,

    /// <summary>Something that fails.</summary>
    Bad,
}
