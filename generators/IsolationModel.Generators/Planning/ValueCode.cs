using IsolationModel.Generators.Emission;
using IsolationModel.Generators.Naming;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Generators.Planning;

/// <summary>Intervals as code.</summary>
internal static class ValueCode
{
    private const string Data = "global::IsolationModel.ModelData.";

    /// <summary>A documented range.</summary>
    public static string Of(ModelNames names, ScaleDefinition? scale, ValueInterval interval) => interval switch
    {
        OrdinalInterval levels when scale is not null => Levels(names, scale, levels),
        OrdinalInterval { IsExact: false } => Data + "Configurable",
        OrdinalInterval { Low: 1 } => Data + "Yes",
        OrdinalInterval => Data + "No",
        QuantityInterval quantity => Of(quantity),
        SetInterval set => $"{Data}Words({Literals.Of(set.Has)}, {Literals.Of(set.Maybe)})",
        _ => Data + "Unknown",
    };

    /// <summary>A range of quantities, in base units.</summary>
    public static string Of(QuantityInterval quantity) => string.Concat(
        $"{Data}Amounts({Literals.Of("Values.Dimension", quantity.Dimension)}, {Literals.Of(quantity.Low)}, {Literals.Of(quantity.LowIsOpen)}, ",
        $"{Literals.Of(quantity.High)}, {Literals.Of(quantity.HighIsOpen)}, {Literals.Of(quantity.Text)})");

    private static string Levels(ModelNames names, ScaleDefinition scale, OrdinalInterval levels)
    {
        var (type, members) = (names.ScaleCode(scale), ModelNames.Levels(scale));
        return $"{Data}Levels({type}.{members[levels.Low]}, {type}.{members[levels.High]})";
    }
}
