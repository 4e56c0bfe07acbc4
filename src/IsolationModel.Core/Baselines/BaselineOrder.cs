namespace IsolationModel.Baselines;

/// <summary>The one order of entries: file, rule, workload, need, control, message, ordinal.</summary>
public sealed class BaselineOrder : IComparer<BaselineEntry>
{
    private BaselineOrder()
    {
    }

    /// <summary>The one instance.</summary>
    public static BaselineOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(BaselineEntry? x, BaselineEntry? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = string.CompareOrdinal(x.File, y.File);
        order = order != 0 ? order : string.CompareOrdinal(x.RuleId, y.RuleId);
        order = order != 0 ? order : string.CompareOrdinal(x.Workload, y.Workload);
        order = order != 0 ? order : string.CompareOrdinal(x.Need, y.Need);
        order = order != 0 ? order : string.CompareOrdinal(x.Control, y.Control);
        order = order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
        return order != 0 ? order : x.Ordinal.CompareTo(y.Ordinal);
    }
}
