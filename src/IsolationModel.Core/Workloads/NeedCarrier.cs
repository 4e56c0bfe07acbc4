namespace IsolationModel.Workloads;

/// <summary>What a need declaration may hold.</summary>
public enum NeedCarrier
{
    /// <summary>A list of needs.</summary>
    Needs,

    /// <summary>A level's id alone.</summary>
    Level,

    /// <summary>A scenario's id alone.</summary>
    Scenario,

    /// <summary>A level of the Pod Security Standards, perhaps with <c>@</c> and a version, that admission enforces in a namespace.</summary>
    Admission,

    /// <summary>An annotation of a foreign vocabulary that may declare a need; the model says which do.</summary>
    Foreign,

    /// <summary>Something in the product's own vocabulary that it does not know; told, because a misspelt key would switch a check off in silence.</summary>
    UnknownKey,
}
