namespace IsolationModel;

/// <summary>Values of one entry, sorted by attribute id.</summary>
internal sealed class ValueSet(TechnologyValue[] values)
{
    /// <summary>The values.</summary>
    public IReadOnlyList<TechnologyValue> Values => values;

    /// <summary>The value of an attribute; one of which nothing is known where there is none.</summary>
    public TValue Get<TValue>(AttributeKey<TValue> attribute)
        where TValue : TechnologyValue => Find(attribute.Id) switch
        {
            null => attribute.Unknown,
            TValue value when ReferenceEquals(value.Attribute, attribute) => value,
            var value => attribute.Convert(value),
        };

    /// <summary>The value of an attribute by its id, or null.</summary>
    public TechnologyValue? Find(string attributeId)
    {
        int low = 0, high = values.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(values[middle].Definition.AttributeId, attributeId);
            if (order == 0)
            {
                return values[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
