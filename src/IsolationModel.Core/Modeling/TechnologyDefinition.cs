namespace IsolationModel.Modeling;

/// <summary>A technology that isolates.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Kind">What kind of thing it is (<c>runtime</c>, <c>stack</c>, <c>hypervisor</c>, <c>engine</c>).</param>
/// <param name="Order">Place in the catalogue; the last tie-break of a ranking.</param>
/// <param name="Families">Virtualization, containerization, sandboxing.</param>
/// <param name="MechanismId">How it isolates.</param>
/// <param name="Summary">One or two sentences for people.</param>
/// <param name="Values">Its attributes' values, sorted by attribute id.</param>
public sealed record TechnologyDefinition(
    string Id,
    LocalizedText Name,
    EquatableArray<string> Aliases,
    string Kind,
    int Order,
    EquatableArray<string> Families,
    string MechanismId,
    string Summary,
    EquatableArray<AttributeValue> Values)
{
    /// <summary>The value of an attribute, or null where the model says nothing.</summary>
    public AttributeValue? Find(string attributeId)
    {
        int low = 0, high = Values.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Values[middle].AttributeId, attributeId);
            if (order == 0)
            {
                return Values[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
