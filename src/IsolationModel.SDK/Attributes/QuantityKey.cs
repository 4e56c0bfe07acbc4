using System.Diagnostics.CodeAnalysis;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>An attribute whose values are numbers with a unit.</summary>
/// <remarks>Compared with a limit it makes a condition for needs: <c>need.Require(Attributes.Startup &lt;= Quantities.Milliseconds(125))</c>.</remarks>
public sealed class QuantityKey : AttributeKey<QuantityValue>
{
    internal QuantityKey(AttributeDefinition definition)
        : base(definition)
    {
    }

    /// <summary>What it measures.</summary>
    public Dimension Dimension => Definition.Dimension.GetValueOrDefault();

    /// <summary>The quantity must be the limit or less.</summary>
    /// <exception cref="ArgumentException">The limit measures something else.</exception>
    public static Requirement operator <=(QuantityKey attribute, Quantity limit) => attribute.Limit(QuantityComparison.AtMost, limit);

    /// <summary>The quantity must be the limit or more.</summary>
    /// <exception cref="ArgumentException">The limit measures something else.</exception>
    public static Requirement operator >=(QuantityKey attribute, Quantity limit) => attribute.Limit(QuantityComparison.AtLeast, limit);

    /// <summary>The quantity must be less than the limit.</summary>
    /// <exception cref="ArgumentException">The limit measures something else.</exception>
    public static Requirement operator <(QuantityKey attribute, Quantity limit) => attribute.Limit(QuantityComparison.Below, limit);

    /// <summary>Not there: needs have no limit of this kind, but the language wants operators in pairs.</summary>
    [SuppressMessage("Design", "CA1065", Justification = "No code that calls it compiles")]
    [Obsolete("Needs have no 'more than'; write >=.", error: true)]
    public static Requirement operator >(QuantityKey attribute, Quantity limit) => throw new NotSupportedException("needs have no 'more than'; write >=");

    internal ArgumentException Mismatch(Quantity limit, string parameter) =>
        new($"attribute '{Id}' measures {NameOf(Dimension)}, but {limit} measures {NameOf(limit.Dimension)}", parameter);

    private protected override QuantityValue Make(AttributeValue value, IReadOnlyList<ModelSource> sources) => new(this, value, sources);

    private Requirement Limit(QuantityComparison comparison, Quantity limit) =>
        limit.Dimension == Dimension ? Requirement.Of(this, new QuantityThreshold(comparison, limit)) : throw Mismatch(limit, nameof(limit));

    private static string NameOf(Dimension dimension) => dimension switch
    {
        Dimension.Time => "time",
        Dimension.Information => "information",
        _ => "a ratio",
    };
}
