namespace IsolationModel.Findings;

/// <summary>What a rule is about; a rule has one category, and it decides the default severity and the block of ids.</summary>
public enum RuleCategory
{
    /// <summary>Mistakes in model files (ISM0xxx, errors).</summary>
    Model,

    /// <summary>The picked runtime does not fit the declared needs (ISM10xx, warnings).</summary>
    Suitability,

    /// <summary>Needs that are declared wrongly (ISM11xx, errors and warnings).</summary>
    Declaration,

    /// <summary>Needs or runtimes about which nothing certain can be said (ISM15xx).</summary>
    Undetermined,

    /// <summary>Settings that weaken the boundary (ISM2xxx, warnings).</summary>
    Weakening,

    /// <summary>C# API use (ISM3xxx, warnings).</summary>
    Usage,

    /// <summary>Files that cannot be read, limits that were hit (ISM9xxx, warnings).</summary>
    Input,
}
