using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>The built-in model with overlays of a test, and short ways to say what descriptors say.</summary>
internal static class TestModel
{
    public static ModelIndex BuiltIn { get; } = new(BuiltInModel.Definition);

    public static ModelIndex With(string sections)
    {
        var text = $$"""{ "formatVersion": "1.0", "model": { "id": "test", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } }, {{sections}} }""";
        var result = ModelReader.Extend(BuiltInModel.Definition, [new ModelText("test.isolation.json", text)]);
        Assert.Empty(result.Findings.Select(finding => finding.Message));
        return new ModelIndex(result.Model);
    }

    /// <summary>A container from words: <c>privileged</c> (a flag that is on), <c>seccomp=Unset</c>, <c>addedCapabilities=[NET_RAW,SYS_TIME]</c>, <c>privileged?</c> (unresolved).</summary>
    public static WorkloadContainer Container(params string[] settings)
    {
        var facts = new List<SettingFact> { SettingFact.Flag("allowPrivilegeEscalation", true, default) };
        for (var i = 0; i < settings.Length; i++)
        {
            var range = new TextRange(i + 1, 1);
            var (name, value) = settings[i].Split('=', 2) is [var left, var right] ? (left, right) : (settings[i], "true");
            var fact = name.EndsWith('?') ? SettingFact.Unresolved(name.TrimEnd('?'), range)
                : value.StartsWith('[') ? SettingFact.List(name, value.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries).Select(item => new SettingItem(item, range)).ToList(), range)
                : value is "true" or "false" ? SettingFact.Flag(name, value == "true", range)
                : SettingFact.Choice(name, value, range);
            facts.RemoveAll(other => other.SettingId == fact.SettingId);
            facts.Add(fact);
        }

        return new WorkloadContainer("container 'main'", facts);
    }

    public static string Effective(ModelIndex model, string technology, params WorkloadContainer[] containers) =>
        ValueText.Levels(model.BoundaryScale, EffectiveIsolation.Of(model, model.Technology(technology)!, containers).Effective!);

    public static NeedDeclaration Declare(NeedScope scope, string text, NeedCarrier carrier = NeedCarrier.Needs, string? acceptsWeaker = null) =>
        new(carrier, scope, text, "file.yaml", LineMap.Empty, new TextRange(100, text.Length), 100, acceptsWeaker);
}
