namespace IsolationModel.Modeling;

/// <summary>What kind of evidence a source is.</summary>
public enum SourceKind
{
    /// <summary>The document that the project starts from.</summary>
    Founding,

    /// <summary>The maker's own documentation or source code.</summary>
    Vendor,

    /// <summary>A published measurement.</summary>
    Measured,

    /// <summary>A paper.</summary>
    Paper,

    /// <summary>A standard or a standard body's guide.</summary>
    Standard,

    /// <summary>A judgement of the model's authors.</summary>
    Estimate,
}
