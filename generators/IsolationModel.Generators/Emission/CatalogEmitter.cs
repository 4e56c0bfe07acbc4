using IsolationModel.Generators.Planning;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints a catalogue: its members, the list of all, and how one is found by its id or by another name.</summary>
internal static class CatalogEmitter
{
    private const string FieldPrefix = "Data_";

    public static void Emit(SourceWriter writer, CatalogUnit unit)
    {
        var type = "global::IsolationModel." + unit.TypeName;
        writer.Summary(unit.Documentation).Line(GeneratedSource.Attribute).Open($"public static partial class {unit.ClassName}");
        foreach (var member in unit.Members)
        {
            Member(writer, unit, type, member);
        }

        writer.Summary($"All {unit.What}, in the order of the catalogue.");
        writer.Open($"public static global::System.Collections.Generic.IReadOnlyList<{type}> All").Line("get { return Data_All.Instance; }").Close().Line();
        Find(writer, unit, new NameSwitch("Find", "By its id, exactly as written", unit.Members.Select(member => new NameCase(member.Id, member.MemberName)).ToEquatableArray()));
        foreach (var names in unit.Names)
        {
            Find(writer, unit, names);
        }

        writer.Open("private static class Data_All");
        writer.Open($"internal static readonly global::System.Collections.Generic.IReadOnlyList<{type}> Instance = global::System.Array.AsReadOnly(new {type}[]");
        foreach (var member in unit.Members)
        {
            writer.Line(member.MemberName + ",");
        }

        writer.Close("});").Close().Close();
    }

    private static void Member(SourceWriter writer, CatalogUnit unit, string type, CatalogMember member)
    {
        if (member.Code is null)
        {
            return;
        }

        if (member.Below is not null)
        {
            writer.Inherit(member.Below);
        }
        else
        {
            writer.Summary(member.Documentation);
        }

        writer.Line(GeneratedSource.Entry(unit.EntryKind, member.Id)).Open($"public static {type} {member.MemberName}");
        if (member.Below is not null && unit.TypeName == CatalogKind.Technologies.TypeName)
        {
            // No id yields an underscore within a name, so this name is free.
            writer.Line($"get {{ return global::IsolationModel.ModelData.In(ref {FieldPrefix}{member.MemberName}, {member.Code}, {member.Below}); }}").Close().Line();
            writer.Line($"private static {type}{unit.Header.NullMark} {FieldPrefix}{member.MemberName};").Line();
        }
        else
        {
            writer.Line($"get {{ return {member.Code}; }}").Close().Line();
        }
    }

    /// <summary>One method for each kind of text, all by one switch. The one for UTF-8 makes UTF-16 on the stack, as long as a name can be.</summary>
    private static void Find(SourceWriter writer, CatalogUnit unit, NameSwitch names)
    {
        var result = $"public static global::IsolationModel.{unit.TypeName}{unit.Header.NullMark} {names.MethodName}";
        var documentation = $"{names.Documentation}; null where there is none. Allocates nothing.";
        writer.Directive("#if NET8_0_OR_GREATER");
        writer.Summary(documentation).Open($"{result}(string{unit.Header.NullMark} name)");
        writer.Line($"return {names.MethodName}(global::System.MemoryExtensions.AsSpan(name));").Close().Line();
        writer.Summary(documentation).Open($"{result}(global::System.ReadOnlySpan<char> name)");
        if (unit.HasSpanSwitch)
        {
            Switch(writer, names);
        }
        else
        {
            SwitchByLength(writer, names);
        }

        writer.Close().Line();
        writer.Summary(documentation).Open($"{result}(global::System.ReadOnlySpan<byte> utf8Name)");
        writer.Line($"global::System.Span<char> buffer = stackalloc char[{Literals.Of(names.Cases.Select(entry => entry.Name.Length).DefaultIfEmpty(1).Max())}];");
        writer.Line($"return {names.MethodName}(global::IsolationModel.ModelData.Decode(utf8Name, buffer));").Close();
        writer.Directive("#else");
        writer.Summary(documentation).Open($"{result}(string{unit.Header.NullMark} name)");
        Switch(writer, names);
        writer.Close();
        writer.Directive("#endif").Line();
    }

    private static void Switch(SourceWriter writer, NameSwitch names)
    {
        if (names.Cases.Count == 0)
        {
            writer.Line("return null;");
            return;
        }

        writer.Open("switch (name)");
        foreach (var entry in names.Cases)
        {
            writer.Line($"case {Literals.Of(entry.Name)}: return {entry.MemberName};");
        }

        writer.Line("default: return null;").Close();
    }

    /// <summary>By length, then by text, where the language has no switch over spans.</summary>
    private static void SwitchByLength(SourceWriter writer, NameSwitch names)
    {
        if (names.Cases.Count == 0)
        {
            writer.Line("return null;");
            return;
        }

        writer.Open("switch (name.Length)");
        foreach (var group in names.Cases.GroupBy(entry => entry.Name.Length).OrderBy(group => group.Key))
        {
            writer.Line($"case {Literals.Of(group.Key)}:").Indent(1);
            foreach (var entry in group)
            {
                writer.Line($"if (global::System.MemoryExtensions.SequenceEqual(name, global::System.MemoryExtensions.AsSpan({Literals.Of(entry.Name)}))) return {entry.MemberName};");
            }

            writer.Line("return null;").Indent(-1);
        }

        writer.Line("default: return null;").Close();
    }
}
