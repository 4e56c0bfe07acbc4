using IsolationModel.Modeling;

namespace IsolationModel.Policies;

/// <summary>What a container must not say under some technologies.</summary>
/// <param name="Id">The weakening that it comes from, or what is missing.</param>
/// <param name="Title">What the container says, for messages.</param>
/// <param name="IsMissing">Whether the title names what is missing.</param>
/// <param name="Condition">What the container says.</param>
/// <param name="Technologies">The technologies under which a pod with such a container is refused; sorted.</param>
/// <param name="NodeFacts">Node facts any of which would lift the rule under some of the technologies; sorted.</param>
public sealed record PolicyRule(
    string Id,
    string Title,
    bool IsMissing,
    PolicyCondition Condition,
    EquatableArray<string> Technologies,
    EquatableArray<string> NodeFacts);
