namespace IsolationModel.Evaluation;

/// <summary>An entry that two models do not share.</summary>
/// <param name="Section">Its section: <c>technologies</c>, <c>needs</c>, ...</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Properties">What differs in it; empty for what was added or removed.</param>
public sealed record ModelChange(string Section, string Id, ModelChangeKind Kind, IReadOnlyList<PropertyChange> Properties);
