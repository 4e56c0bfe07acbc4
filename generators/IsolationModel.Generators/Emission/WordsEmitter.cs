using IsolationModel.Generators.Planning;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints classes of words: needs, and the words of sets.</summary>
internal static class WordsEmitter
{
    public static void Emit(SourceWriter writer, WordsUnit unit) => writer.Between(unit.Classes, static (target, words) => Class(target, words));

    private static void Class(SourceWriter writer, WordClass words)
    {
        writer.Summary(words.Documentation).Line(GeneratedSource.Attribute).Open($"public static class {words.ClassName}");
        writer.Between(words.Members, static (target, member) => Member(target, member));
        if (words.Members.Count > 0 && words.Nested.Count > 0)
        {
            writer.Line();
        }

        writer.Between(words.Nested, static (target, nested) => Class(target, nested));
        writer.Close();
    }

    private static void Member(SourceWriter writer, MemberUnit member)
    {
        writer.Summary(member.Documentation);
        if (member.EntryKind is not null)
        {
            writer.Line(GeneratedSource.Entry(member.EntryKind, member.EntryId));
        }

        writer.Line(member.Type is null
            ? $"public const string {member.Name} = {member.Code};"
            : $"public static global::IsolationModel.{member.Type} {member.Name} {{ get {{ return {member.Code}; }} }}");
    }
}
