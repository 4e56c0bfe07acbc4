using IsolationModel.Generators.Planning;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints the typed names of attributes.</summary>
internal static class AttributesEmitter
{
    private const string Data = "global::IsolationModel.ModelData.";
    private const string EntryKind = "attribute";
    private const string Type = "global::IsolationModel.AttributeKey";

    public static void Emit(SourceWriter writer, AttributesUnit unit)
    {
        writer.Summary("What is known of technologies, as typed names: technology.Get(key) has the type of the attribute's values.");
        writer.Line(GeneratedSource.Attribute).Open($"public static class {unit.ClassName}");
        for (var i = 0; i < unit.Scales.Count; i++)
        {
            Scale(writer, unit.Scales[i], i);
        }

        foreach (var key in unit.Keys)
        {
            Key(writer, unit, key);
        }

        List(writer, unit);
        writer.Line();
        Find(writer, unit);
        writer.Close();
    }

    /// <summary>Fields are set in the order in which they stand, so scales come before the keys.</summary>
    private static void Scale(SourceWriter writer, ScaleDefinition scale, int index)
    {
        writer.Line($"private static readonly global::IsolationModel.Modeling.ScaleDefinition Scale_{Literals.Of(index)} = {Data}Scale(").Indent(1);
        writer.Line($"{Literals.Of(scale.Id)}, {Literals.Of(scale.Name.English)}, {Literals.Of(scale.Name.Chinese)}, {Literals.Of(scale.Definition)},");
        for (var i = 0; i < scale.Levels.Count; i++)
        {
            var level = scale.Levels[i];
            var end = i + 1 < scale.Levels.Count ? ")," : "));";
            writer.Line($"{Data}Level({Literals.Of(level.Id)}, {Literals.Of(level.Name.English)}, {Literals.Of(level.Name.Chinese)}, {Literals.Of(level.Definition)}{end}");
        }

        writer.Indent(-1).Line();
    }

    private static void Key(SourceWriter writer, AttributesUnit unit, KeyUnit key)
    {
        if (key.Forward is not null)
        {
            writer.Inherit(key.Forward).Line(GeneratedSource.Entry(EntryKind, key.Attribute.Id));
            writer.Open($"public static {key.KeyType} {key.MemberName}").Line($"get {{ return {key.Forward}; }}").Close().Line();
            return;
        }

        writer.Summary(key.Documentation).Line(GeneratedSource.Entry(EntryKind, key.Attribute.Id));
        writer.Line($"public static {key.KeyType} {key.MemberName} {{ get; }} = {Creation(unit, key)};").Line();
    }

    private static string Creation(AttributesUnit unit, KeyUnit key)
    {
        var attribute = key.Attribute;
        var common = $"{Literals.Of(attribute.Id)}, {Literals.Of(attribute.Name.English)}, {Literals.Of(attribute.Name.Chinese)}, {Literals.Of(attribute.Definition)}";
        var better = Literals.Of(attribute.HigherIsBetter);
        var token = Literals.Of(attribute.NeedToken);
        var composition = Literals.Of("Modeling.Composition", attribute.Composition);
        return attribute.Kind switch
        {
            AttributeKind.Scale => $"{Data}ScaleKey<{key.LevelType}>({common}, {ScaleField(unit, attribute)}, {better}, {token}, {composition})",
            AttributeKind.Quantity => string.Concat(
                $"{Data}QuantityKey({common}, {Literals.Of("Values.Dimension", attribute.Dimension.GetValueOrDefault())}, {better}, {token}, ", $"{Literals.Of(attribute.Unit)}, {composition})"),
            AttributeKind.Capability => $"{Data}CapabilityKey({common}, {token}, {composition})",
            _ => $"{Data}SetKey({common}, {token}, {composition}, {Literals.List(attribute.Vocabulary)})",
        };
    }

    private static string ScaleField(AttributesUnit unit, AttributeDefinition attribute)
    {
        for (var i = 0; i < unit.Scales.Count; i++)
        {
            if (string.Equals(unit.Scales[i].Id, attribute.ScaleId, StringComparison.Ordinal))
            {
                return "Scale_" + Literals.Of(i);
            }
        }

        return "null";
    }

    private static void List(SourceWriter writer, AttributesUnit unit)
    {
        writer.Summary("All attributes, sorted by id.");
        writer.Open($"public static global::System.Collections.Generic.IReadOnlyList<{Type}> All {{ get; }} = global::System.Array.AsReadOnly(new {Type}[]");
        foreach (var key in unit.Keys)
        {
            writer.Line(key.MemberName + ",");
        }

        writer.Close("});");
    }

    private static void Find(SourceWriter writer, AttributesUnit unit)
    {
        writer.Summary("Finds an attribute by its id, exactly as written; null where there is none.");
        writer.Open($"public static {Type}{unit.Header.NullMark} Find(string{unit.Header.NullMark} id)").Open("switch (id)");
        foreach (var key in unit.Keys)
        {
            writer.Line($"case {Literals.Of(key.Attribute.Id)}: return {key.MemberName};");
        }

        writer.Line("default: return null;").Close().Close();
    }
}
