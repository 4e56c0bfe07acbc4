using IsolationModel.Generators.Planning;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints the file of a technology: a member of the catalogue, made when it is first asked for.</summary>
internal static class TechnologyEmitter
{
    private const string Type = "global::IsolationModel.Technology";

    public static void Emit(SourceWriter writer, TechnologyUnit unit)
    {
        // No id yields an underscore within a name, so this name is free.
        var holder = "Data_" + unit.MemberName;
        writer.Open($"partial class {unit.ClassName}");
        Document(writer, unit);
        writer.Line(GeneratedSource.Entry(CatalogKind.Technologies.EntryKind, unit.Id)).Open($"public static {Type} {unit.MemberName}").Line($"get {{ return {holder}.Instance; }}").Close().Line();
        writer.Line(GeneratedSource.Attribute).Open($"private static class {holder}");
        writer.Line($"internal static readonly {Type} Instance = Create();").Line();
        writer.Open($"private static {Type} Create()");
        Body(writer, unit);
        writer.Close().Close().Close();
    }

    private static void Document(SourceWriter writer, TechnologyUnit unit)
    {
        writer.Summary($"{unit.Name.English}: {unit.Summary}");
        writer.Line("/// <remarks>").Line($"/// <para>{XmlDocs.Escape(unit.Facts)}</para>");
        if (unit.Values.Count > 0)
        {
            writer.Line("/// <list type=\"table\">");
            foreach (var value in unit.Values)
            {
                writer.Line($"/// <item><term>{XmlDocs.Escape(value.Title)}</term><description>{XmlDocs.Escape(value.Documentation)}</description></item>");
            }

            writer.Line("/// </list>");
        }

        writer.Line("/// </remarks>");
    }

    private static void Body(SourceWriter writer, TechnologyUnit unit)
    {
        writer.Line(string.Concat(
            $"var technology = global::IsolationModel.ModelData.Technology({Literals.Of(unit.Id)}, {Literals.Of(unit.Name.English)}, ",
            $"{Literals.Of(unit.Name.Chinese)}, {Literals.Of(unit.Kind)}, {Literals.Of(unit.MechanismId)}, {Literals.Of(unit.Order)});"));
        writer.Line($"technology.Summary({Literals.Of(unit.Summary)});");
        if (unit.Aliases.Count > 0)
        {
            writer.Line($"technology.Aliases({Literals.List(unit.Aliases)});");
        }

        if (unit.Families.Count > 0)
        {
            writer.Line($"technology.Families({Literals.List(unit.Families)});");
        }

        foreach (var source in unit.Sources)
        {
            writer.Line(string.Concat(
                $"technology.Source({Literals.Of(source.Id)}, {Literals.Of(source.Title)}, {Literals.Of("Modeling.SourceKind", source.Kind)}, ",
                $"{Literals.Of(source.Url)}, {Literals.Of(source.AsOf)}, {Literals.Of(source.Publisher)});"));
        }

        foreach (var value in unit.Values)
        {
            Value(writer, value);
        }

        writer.Line($"return technology.Build({unit.Model});");
    }

    private static void Value(SourceWriter writer, ValueUnit value)
    {
        var calls = new List<string>();
        Add("Typical", value.Typical);
        Add("From", value.SourceIds.Count == 0 ? null : Literals.List(value.SourceIds));
        Add("AsOf", value.AsOf is null ? null : Literals.Of(value.AsOf));
        Add("Condition", value.Condition is null ? null : Literals.Of(value.Condition));
        Add("Note", value.Note is null ? null : Literals.Of(value.Note));
        Add("Contested", value.Contested is null ? null : Literals.Of(value.Contested));
        Add("Claim", value.Claim is { } claim ? $"{claim.Interval}, {claim.Typical ?? "null"}, {Literals.Of(claim.Text)}, {Literals.Of(claim.SourceId)}" : null);
        writer.Line($"technology.Value({value.Key}, {value.Interval}){(calls.Count == 0 ? ";" : string.Empty)}").Indent(1);
        for (var i = 0; i < calls.Count; i++)
        {
            writer.Line(calls[i] + (i + 1 == calls.Count ? ";" : string.Empty));
        }

        writer.Indent(-1);

        void Add(string method, string? arguments)
        {
            if (arguments is not null)
            {
                calls.Add($".{method}({arguments})");
            }
        }
    }
}
