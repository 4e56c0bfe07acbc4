using IsolationModel.Generators.Planning;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints the catalogue: members that lead elsewhere, the list of all, and how one is found by its id.</summary>
internal static class CatalogEmitter
{
    private const string Type = "global::IsolationModel.Technology";

    public static void Emit(SourceWriter writer, CatalogUnit unit)
    {
        var none = Type + unit.Header.NullMark;
        writer.Summary(unit.Documentation).Line(GeneratedSource.Attribute).Open($"public static partial class {unit.ClassName}");
        foreach (var entry in unit.Entries)
        {
            if (entry.Forward is not null)
            {
                writer.Inherit(entry.Forward);
                writer.Open($"public static {Type} {entry.MemberName}").Line($"get {{ return {entry.Forward}; }}").Close().Line();
            }
        }

        writer.Summary("All technologies, in the order of the catalogue.");
        writer.Open($"public static global::System.Collections.Generic.IReadOnlyList<{Type}> All").Line("get { return Data_All.Instance; }").Close().Line();
        writer.Summary("Finds a technology by its id, exactly as written; null where there is none. Allocates nothing.");
        writer.Open($"public static {none} Find(string{unit.Header.NullMark} id)");
        Switch(writer, unit);
        writer.Close().Line();
        writer.Directive("#if NET8_0_OR_GREATER");
        writer.Summary("Finds a technology by its id, exactly as written; null where there is none. Allocates nothing.");
        writer.Open($"public static {none} Find(global::System.ReadOnlySpan<char> id)");
        if (unit.HasSpanSwitch)
        {
            Switch(writer, unit);
        }
        else
        {
            SwitchByLength(writer, unit);
        }

        writer.Close();
        writer.Directive("#endif").Line();
        writer.Open("private static class Data_All");
        writer.Open($"internal static readonly global::System.Collections.Generic.IReadOnlyList<{Type}> Instance = global::System.Array.AsReadOnly(new {Type}[]");
        foreach (var entry in unit.Entries)
        {
            writer.Line(entry.MemberName + ",");
        }

        writer.Close("});").Close().Close();
    }

    private static void Switch(SourceWriter writer, CatalogUnit unit)
    {
        writer.Open("switch (id)");
        foreach (var entry in unit.Entries)
        {
            writer.Line($"case {Literals.Of(entry.Id)}: return {entry.MemberName};");
        }

        writer.Line("default: return null;").Close();
    }

    /// <summary>By length, then by text, where the language has no switch over spans.</summary>
    private static void SwitchByLength(SourceWriter writer, CatalogUnit unit)
    {
        writer.Open("switch (id.Length)");
        foreach (var group in unit.Entries.GroupBy(entry => entry.Id.Length).OrderBy(group => group.Key))
        {
            writer.Line($"case {Literals.Of(group.Key)}:").Indent(1);
            foreach (var entry in group)
            {
                writer.Line($"if (global::System.MemoryExtensions.SequenceEqual(id, global::System.MemoryExtensions.AsSpan({Literals.Of(entry.Id)}))) return {entry.MemberName};");
            }

            writer.Line("return null;").Indent(-1);
        }

        writer.Line("default: return null;").Close();
    }
}
