namespace IsolationModel.Modeling;

/// <summary>What kind of need it is.</summary>
public enum NeedKind
{
    /// <summary>A security level; of several the strongest holds.</summary>
    Level,

    /// <summary>A threat that must be withstood.</summary>
    Threat,
}
