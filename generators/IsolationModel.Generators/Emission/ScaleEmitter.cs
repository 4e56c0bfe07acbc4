using IsolationModel.Generators.Planning;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints the enum of a scale.</summary>
internal static class ScaleEmitter
{
    public static void Emit(SourceWriter writer, ScaleUnit unit)
    {
        writer.Summary(unit.Documentation).Line(GeneratedSource.Attribute).Open($"public enum {unit.TypeName}");
        writer.Between(
            unit.Levels.Select((level, index) => (Level: level, Index: index)),
            static (target, entry) => target.Summary(entry.Level.Documentation).Line(GeneratedSource.Entry("scale-level", entry.Level.Value)).Line($"{entry.Level.MemberName} = {Literals.Of(entry.Index)},"));
        writer.Close();
    }
}
