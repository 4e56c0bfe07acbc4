namespace IsolationModel.Workloads;

/// <summary>An object of a run, as another one names it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Namespace">Its namespace, or null where the descriptor leaves it open.</param>
/// <param name="Name">Its name.</param>
public sealed record ObjectReference(string Kind, string? Namespace, string Name)
{
    /// <summary><c>kind 'name'</c>, for people.</summary>
    public string DisplayName => $"{Kind} '{Name}'";
}
