using IsolationModel.Generators.Planning;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints properties of technologies for attributes.</summary>
internal static class PropertiesEmitter
{
    public static void Emit(SourceWriter writer, PropertiesUnit unit)
    {
        if (unit.ExtensionClass is null)
        {
            Members(writer, unit);
        }
        else
        {
            Extensions(writer, unit);
        }
    }

    /// <summary>Members remember their value, so that only the first access searches for it.</summary>
    private static void Members(SourceWriter writer, PropertiesUnit unit)
    {
        writer.Open("partial class Technology");
        writer.Between(unit.Keys, (target, key) =>
        {
            var field = "_value_" + key.MemberName;
            target.Line($"private {key.ValueType}{unit.Header.NullMark} {field};").Line();
            target.Summary(key.Documentation).Open($"public {key.ValueType} {key.MemberName}");
            target.Line($"get {{ return {field} ?? ({field} = Get({unit.AttributesClass}.{key.MemberName})); }}").Close();
        });
        writer.Close();
    }

    private static void Extensions(SourceWriter writer, PropertiesUnit unit)
    {
        writer.Summary("Properties of technologies for the attributes that the model adds.");
        writer.Line(GeneratedSource.Attribute).Open($"public static class {unit.ExtensionClass}");
        writer.Line("/// <param name=\"technology\">The technology.</param>");
        writer.Open("extension(global::IsolationModel.Technology technology)");
        writer.Between(unit.Keys, (target, key) => target
            .Summary(key.Documentation)
            .Line($"public {key.ValueType} {key.MemberName} => technology.Get({unit.AttributesClass}.{key.MemberName});"));
        writer.Close().Close();
    }
}
