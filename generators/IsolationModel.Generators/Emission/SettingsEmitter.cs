using IsolationModel.Generators.Planning;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Emission;

/// <summary>Prints the properties of pod settings and of node facts.</summary>
internal static class SettingsEmitter
{
    public static void Emit(SourceWriter writer, SettingsUnit unit)
    {
        foreach (var setting in unit.Settings.Where(setting => setting.Kind == SettingKind.Choice))
        {
            writer.Summary(setting.Documentation).Line(GeneratedSource.Attribute).Open($"public enum {setting.EnumName}");
            writer.Between(setting.Choices, static (target, choice) => target.Summary(choice.Documentation).Line(GeneratedSource.Entry("choice", choice.Value)).Line(choice.MemberName + ","));
            writer.Close().Line();
        }

        writer.Open("partial class PodSettings");
        foreach (var setting in unit.Settings)
        {
            writer.Summary(setting.Documentation).Line(GeneratedSource.Entry("setting", setting.Id)).Line(Property(setting)).Line();
        }

        writer.Open("private void AddTo(SettingFactList facts)");
        foreach (var setting in unit.Settings)
        {
            writer.Line($"facts.{Call(setting)};");
        }

        writer.Close().Close().Line().Open("partial class NodeFacts");
        foreach (var fact in unit.NodeFacts)
        {
            writer.Summary(fact.Documentation).Line(GeneratedSource.Entry("node-fact", fact.Value)).Line($"public bool? {fact.MemberName} {{ get; set; }}").Line();
        }

        writer.Open("internal void AddTo(global::System.Collections.Generic.List<global::IsolationModel.Modeling.NodeFactDeclaration> facts)");
        foreach (var fact in unit.NodeFacts)
        {
            writer.Line($"Add(facts, {Literals.Of(fact.Value)}, {fact.MemberName});");
        }

        writer.Close().Close();
    }

    private static string Property(SettingUnit setting) => setting.Kind switch
    {
        SettingKind.Flag => $"public bool? {setting.MemberName} {{ get; set; }}",
        SettingKind.Choice => $"public {setting.EnumName}? {setting.MemberName} {{ get; set; }}",
        _ => $"public global::System.Collections.Generic.IList<string> {setting.MemberName} {{ get; set; }} = new global::System.Collections.Generic.List<string>();",
    };

    private static string Call(SettingUnit setting) => setting.Kind switch
    {
        SettingKind.Flag => $"Flag({Literals.Of(setting.Id)}, {setting.MemberName})",
        SettingKind.Choice =>
            $"Choice({Literals.Of(setting.Id)}, (int?){setting.MemberName}, {string.Join(", ", setting.Choices.Select(choice => Literals.Of(choice.Value)))})",
        _ => $"Items({Literals.Of(setting.Id)}, {setting.MemberName})",
    };
}
