using IsolationModel.Values;

namespace IsolationModel;

/// <summary>Quantities to compare values with: <c>Technologies.GVisor.Startup &lt;= Quantities.Milliseconds(125)</c>.</summary>
public static class Quantities
{
    /// <summary>Microseconds.</summary>
    public static Quantity Microseconds(decimal amount) => Of(amount, "us");

    /// <summary>Milliseconds.</summary>
    public static Quantity Milliseconds(decimal amount) => Of(amount, "ms");

    /// <summary>Seconds.</summary>
    public static Quantity Seconds(decimal amount) => Of(amount, "s");

    /// <summary>Minutes.</summary>
    public static Quantity Minutes(decimal amount) => Of(amount, "min");

    /// <summary>Hours.</summary>
    public static Quantity Hours(decimal amount) => Of(amount, "h");

    /// <summary>Megabytes of 1,000,000 bytes.</summary>
    public static Quantity Megabytes(decimal amount) => Of(amount, "MB");

    /// <summary>Mebibytes of 1,048,576 bytes.</summary>
    public static Quantity Mebibytes(decimal amount) => Of(amount, "MiB");

    /// <summary>Gigabytes of 1,000,000,000 bytes.</summary>
    public static Quantity Gigabytes(decimal amount) => Of(amount, "GB");

    /// <summary>Gibibytes of 1,073,741,824 bytes.</summary>
    public static Quantity Gibibytes(decimal amount) => Of(amount, "GiB");

    /// <summary>Hundredths.</summary>
    public static Quantity Percent(decimal amount) => Of(amount, "%");

    private static Quantity Of(decimal amount, string unit) => new(amount, QuantityUnit.Find(unit)!);
}
