using IsolationModel.Generators.Planning;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints constants: needs, and the words of sets.</summary>
internal static class WordsEmitter
{
    public static void Emit(SourceWriter writer, WordsUnit unit)
    {
        Classes(writer, unit.Classes);
        if (unit.Vocabularies.Count > 0)
        {
            writer.Line().Summary("The words that sets are made of, by attribute.");
            writer.Line(GeneratedSource.Attribute).Open($"public static class {unit.VocabularyClass}");
            Classes(writer, unit.Vocabularies);
            writer.Close();
        }
    }

    private static void Classes(SourceWriter writer, EquatableArray<ConstantsUnit> classes)
    {
        writer.Between(classes, static (target, unit) =>
        {
            target.Summary(unit.Documentation).Line(GeneratedSource.Attribute).Open($"public static class {unit.ClassName}");
            target.Between(unit.Constants, static (inner, constant) =>
                inner.Summary(constant.Documentation).Line($"public const string {constant.MemberName} = {Literals.Of(constant.Value)};"));
            target.Close();
        });
    }
}
