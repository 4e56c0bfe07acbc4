namespace IsolationModel.Evaluation;

/// <summary>How sure it is which technology runs, least sure first.</summary>
public enum RuntimeConfidence
{
    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>The descriptor picks nothing, so the platform's default is assumed.</summary>
    AssumedDefault,

    /// <summary>By habit: a well-known name whose object is not among the files.</summary>
    Likely,

    /// <summary>By the objects of the run, or by the overlay's word.</summary>
    Known,
}
