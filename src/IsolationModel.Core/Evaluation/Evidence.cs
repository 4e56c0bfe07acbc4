namespace IsolationModel.Evaluation;

/// <summary>On whose figures judgements rest.</summary>
public enum Evidence
{
    /// <summary>Sourced facts; what a claim says is shown beside them.</summary>
    Sources,

    /// <summary>The founding document's claims where it makes one, sourced facts elsewhere.</summary>
    FoundingDocument,
}
