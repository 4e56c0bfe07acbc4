namespace IsolationModel.Workloads;

/// <summary>How a descriptor picks its runtime.</summary>
public enum RuntimeReferenceState
{
    /// <summary>It picks none (absent or null), so the platform's default runs.</summary>
    Absent,

    /// <summary>It holds an empty name: refused where names are checked, and the default wherever it got through.</summary>
    Empty,

    /// <summary>It picks one by name.</summary>
    Named,

    /// <summary>What it picks cannot be known from the text: a placeholder, or something of a wrong type.</summary>
    Unresolved,
}
