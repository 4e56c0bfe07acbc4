namespace IsolationModel.Evaluation;

/// <summary>How a claim and the evidence beside it differ.</summary>
public enum DisagreementKind
{
    /// <summary>No documented value is one that was claimed.</summary>
    Apart,

    /// <summary>Documented values go beyond what was claimed.</summary>
    Wider,

    /// <summary>All documented values are ones that were claimed, but not the other way round.</summary>
    Narrower,

    /// <summary>No source was found that says anything.</summary>
    NoEvidence,
}
