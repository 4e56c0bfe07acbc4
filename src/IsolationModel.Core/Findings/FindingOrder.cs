namespace IsolationModel.Findings;

/// <summary>The one order in which findings are told: file, place, rule, need, message.</summary>
public sealed class FindingOrder : IComparer<Finding>
{
    private FindingOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static FindingOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = string.CompareOrdinal(x.File, y.File);
        order = order != 0 ? order : x.Range.Start.CompareTo(y.Range.Start);
        order = order != 0 ? order : x.Range.Length.CompareTo(y.Range.Length);
        order = order != 0 ? order : string.CompareOrdinal(x.Rule.Id, y.Rule.Id);
        order = order != 0 ? order : string.CompareOrdinal(x.Need, y.Need);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }
}
