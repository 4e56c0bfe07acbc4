namespace IsolationModel.Modeling;

/// <summary>What a setting does to a boundary.</summary>
public enum EffectKind
{
    /// <summary>The boundary is at most this level.</summary>
    Cap,

    /// <summary>A shared kernel becomes this level.</summary>
    Raise,

    /// <summary>The boundary is at most one of two levels; a node fact decides which.</summary>
    Range,

    /// <summary>The setting has no effect, although people may expect one.</summary>
    Ignored,

    /// <summary>The runtime refuses the setting.</summary>
    Unsupported,

    /// <summary>Worth knowing; no effect on the level.</summary>
    Note,
}
