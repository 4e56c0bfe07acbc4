namespace IsolationModel.Values;

/// <summary>A unit with its exact factor to the base unit of its dimension.</summary>
public sealed record QuantityUnit
{
    private static readonly QuantityUnit[] Known =
    [
        new("us", Dimension.Time, 0.000001m),
        new("ms", Dimension.Time, 0.001m),
        new("s", Dimension.Time, 1m),
        new("min", Dimension.Time, 60m),
        new("h", Dimension.Time, 3600m),
        new("B", Dimension.Information, 1m),
        new("kB", Dimension.Information, 1_000m),
        new("MB", Dimension.Information, 1_000_000m),
        new("GB", Dimension.Information, 1_000_000_000m),
        new("KiB", Dimension.Information, 1_024m),
        new("MiB", Dimension.Information, 1_048_576m),
        new("GiB", Dimension.Information, 1_073_741_824m),
        new("%", Dimension.Ratio, 0.01m),
    ];

    private QuantityUnit(string symbol, Dimension dimension, decimal factor) => (Symbol, Dimension, Factor) = (symbol, dimension, factor);

    /// <summary>All units, sorted by dimension and size.</summary>
    public static IReadOnlyList<QuantityUnit> All => Known;

    /// <summary>The symbol as it is written, case-sensitive.</summary>
    public string Symbol { get; }

    /// <summary>What the unit measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>How many base units one of these is; exact.</summary>
    public decimal Factor { get; }

    /// <summary>The unit of a symbol, or null.</summary>
    public static QuantityUnit? Find(string symbol) => Array.Find(Known, unit => string.Equals(unit.Symbol, symbol, StringComparison.Ordinal));
}
