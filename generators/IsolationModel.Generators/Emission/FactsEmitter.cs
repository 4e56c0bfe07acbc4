using IsolationModel.Generators.Planning;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints the model as a whole.</summary>
internal static class FactsEmitter
{
    public static void Emit(SourceWriter writer, FactsUnit unit)
    {
        if (unit.CatalogClass is null)
        {
            BuiltIn(writer, unit);
        }
        else
        {
            Overlay(writer, unit);
        }
    }

    private static void BuiltIn(SourceWriter writer, FactsUnit unit)
    {
        writer.Summary("What the built-in model was generated from.").Line(GeneratedSource.Attribute).Open($"internal static class {unit.ClassName}");
        writer.Line($"internal const string Id = {Literals.Of(unit.Id)};").Line();
        writer.Line($"internal const string Version = {Literals.Of(unit.Version)};").Line();
        writer.Line($"internal const string ContentHash = {Literals.Of(unit.ContentHash)};");
        writer.Close();
    }

    private static void Overlay(SourceWriter writer, FactsUnit unit)
    {
        writer.Summary($"The model '{unit.Id}'.").Line(GeneratedSource.Attribute).Open($"public static class {unit.ClassName}");
        writer.Summary("The model: the built-in one with the overlays of this project on top.");
        writer.Line("public static global::IsolationModel.Model Instance { get; } = global::IsolationModel.ModelData.Model(").Indent(1);
        writer.Line($"{Literals.Of(unit.Id)}, {Literals.Of(unit.Version)}, {Literals.Of(unit.ContentHash)}, Technologies, {unit.CatalogClass}.Find, Overlays);");
        writer.Indent(-1).Line();
        writer.Open($"private static global::System.Collections.Generic.IReadOnlyList<global::IsolationModel.Technology> Technologies()");
        writer.Line($"return {unit.CatalogClass}.All;").Close().Line();
        writer.Open("private static string[] Overlays()").Open("return new string[]");
        foreach (var overlay in unit.Overlays)
        {
            writer.Line(Literals.Of(overlay) + ",");
        }

        writer.Close("};").Close().Close();
    }
}
