using CsCheck;
using IsolationModel.Generators.Tests.Driving;
using IsolationModel.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Tests;

/// <summary>An overlay that was compiled and the same overlay read at run time are one model: same entries, values, relations, verdicts, rankings.</summary>
public sealed class DifferentialTests
{
    private static readonly ModelDefinition BuiltIn = BuiltInModel.Definition;

    private static readonly string[] TechnologyIds = [.. BuiltIn.Technologies.Where(technology => technology.Stack is null).Select(technology => technology.Id)];

    private static readonly Gen<(string Attribute, string Body)> Cell = Gen.OneOf(
        Pick("none", "weakened", "shared-kernel", "hardened-kernel", "software-sandbox", "hardware-vm").Select(level => ("boundary", Value(level))),
        Gen.Select(Gen.Int[1, 400], Gen.Int[0, 2000]).Select((low, more) => ("startup", Value($"{low} ms..{low + more} ms") + $", \"typical\": \"{low + (more / 2)} ms\"")),
        Gen.Int[1, 600].Select(amount => ("memoryOverhead", Value($"<={amount} MiB") + ", \"source\": \"lab\", \"asOf\": \"2026-01\"")),
        Gen.Int[0, 99].Select(amount => ("throughputLoss", Value($"{amount} %") + ", \"contested\": \"by somebody\"")),
        Pick("yes", "no", "unknown").Select(value => ("gpu", Value(value))),
        Pick("yes", "no").Select(value => ("fips", Value(value))),
        Pick("declared", "audited", "declared..audited").Select(value => ("assurance", Value(value))),
        Pick("arm64", "x86_64").Select(word => ("hostArch", $"\"has\": [\"{word}\"]")));

    private static readonly Gen<(string Attribute, string Body)[]> Cells = Cell.Array[0, 6].Select(cells => cells.DistinctBy(cell => cell.Attribute).ToArray());

    private static readonly Gen<string> Added = Gen.Select(Cells, Pick("vm", "namespaces", "application-kernel"), Pick(TechnologyIds)).Select((cells, mechanism, below) =>
        $$"""{ "name": "N", "kind": "runtime", "mechanism": "{{mechanism}}", "summary": "S.", "relations": { "hypervisors": ["technology/{{below}}"], "offeredBy": ["platform/cloud"] }, "values": { {{Written(cells, null)}} } }""");

    private static readonly Gen<string> Overlay = Gen.Select(Added.Array[0, 3], Gen.Select(Pick(TechnologyIds), Cells).Array[0, 3], Pick(TechnologyIds), Pick(TechnologyIds))
        .Select((added, changed, hardened, named) =>
            $$"""
            { "formatVersion": "1.0", "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "sources": { "lab": { "title": "Lab", "kind": "measured", "publisher": "Us" } },
              "scales": { "assurance": { "name": "A", "levels": [{ "id": "declared", "name": "d", "definition": "D." }, { "id": "audited", "name": "a", "definition": "A." }] } },
              "attributes": {
                "assurance": { "name": "A", "kind": "scale", "scale": "assurance", "better": "higher", "definition": "D." },
                "fips": { "name": "F", "kind": "capability", "definition": "D." } },
              "platforms": { "cloud": { "name": "Cloud", "summary": "Ours." } },
              "controls": { "guard": { "name": "Guard", "summary": "Ours.", "relations": { "hardens": ["technology/{{hardened}}"] } } },
              "technologies": { {{string.Join(", ", [
                  .. added.Select((text, index) => $"\"box-{index}\": {text}"),
                  .. changed.DistinctBy(change => change.Item1).Select(change => $"\"{change.Item1}\": {{ \"$op\": \"override\", \"values\": {{ {Written(change.Item2, change.Item1)} }} }}"),
              ])}} },
              "names": { "runtimeClass": { "ours": { "technology": "{{named}}" } } } }
            """);

    private static readonly string[] Needs =
    [
        "level:high", "untrusted-code, startup <= 125 ms", "hostile-tenants", "memory <= 100 MiB", "gpu, arch:arm64", "scenario:serverless", "scenario:microservices, side-channels",
        "scenario:edge-computing", "mixed-sensitivity", "scenario:plugin-system",
    ];

    [Fact]
    public void Compiled_and_parsed_are_the_same_model() => Overlay.Sample(
        text =>
        {
            var parse = new CSharpParseOptions(LanguageVersion.CSharp9, preprocessorSymbols: ["NET8_0_OR_GREATER"]);
            var result = TestProject.WithOverlay(text).Set(LanguageVersion.CSharp9).Run();
            Assert.Empty(result.Diagnostics);
            Assert.Empty(Compiling.Compile(result, string.Empty, parse, NullableContextOptions.Enable, out var compilation));
            var assembly = Compiling.Load(compilation);
            var compiled = (Model)assembly.GetType("Shop.Isolation.ContosoModel", throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;
            var fromName = assembly.GetType("Shop.Isolation.ContosoTechnologies", throwOnError: true)!.GetMethod("FromRuntimeClass", [typeof(string)])!;
            var parsed = Model.Parse(text);
            AreSame(parsed, compiled);
            Assert.Equal(parsed.FromName(RuntimeNameKind.RuntimeClass, "ours")!.Id, ((Technology)fromName.Invoke(null, ["ours"])!).Id);
        },
        iter: 6,
        threads: 1);

    private static void AreSame(Model parsed, Model compiled)
    {
        Assert.Equal(parsed.ContentHash, compiled.ContentHash);
        Assert.Equal(parsed.Index.Definition, compiled.Index.Definition);
        Assert.Equal(parsed.Entries, compiled.Entries);
        Assert.Equal(parsed.Technologies.SelectMany(Definitions), compiled.Technologies.SelectMany(Definitions));
        Assert.Equal(parsed.Technologies.SelectMany(Describe), compiled.Technologies.SelectMany(Describe));
        Assert.Equal(parsed.Entries.SelectMany(Related), compiled.Entries.SelectMany(Related));
        Assert.All(compiled.Entries, entry => Assert.Same(compiled, entry.Model));
        Assert.Equal(parsed.Disagreements, compiled.Disagreements);
        foreach (var need in Needs)
        {
            Assert.Equal(Ranking(parsed, need), Ranking(compiled, need));
        }
    }

    private static IEnumerable<AttributeValue> Definitions(Technology technology) => technology.Values.Select(value => value.Definition);

    private static IEnumerable<string> Describe(Technology technology) =>
        technology.Values.Select(value => $"{technology} {value.Attribute} {value} {value.AsOf} {value.Note} {value.Contested} {value.Claim} {string.Join(",", value.Sources.Select(source => $"{source} {source.Publisher}"))}")
            .Prepend($"{technology} {technology.Kind} {technology.Mechanism} {technology.Summary} {string.Join(",", technology.Families)} {technology.Boundary} {technology.Startup} {technology.Gpu}");

    private static IEnumerable<string> Related(CatalogEntry entry) =>
        entry.Relations.Select(relation => relation.ToString()).Append($"{entry}: {string.Join(", ", entry.HardenedBy.Concat(entry.UsedBy).Concat(entry.Hosts))}");

    private static IEnumerable<string> Ranking(Model model, string text)
    {
        var need = model.ParseNeed(text);
        var answer = need.Recommend();
        Assert.All(answer.Ranked, candidate => Assert.Equal(candidate.Suitability.Reasons.Select(reason => reason.ToString()), need.Judge(candidate.Technology).Reasons.Select(reason => reason.ToString())));
        return answer.Ranked
            .Select(candidate => $"{candidate} {candidate.Shortfall} {candidate.Surplus} {string.Join(" + ", candidate.Arithmetic)} {string.Join("; ", candidate.Suitability.Reasons)}")
            .Concat(answer.Sensitivity.Select(change => change.ToString()))
            .Append(answer.IsFirm.ToString());
    }

    private static Gen<string> Pick(params string[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    private static string Value(string text) => $"\"value\": \"{text}\"";

    /// <summary>Values of a technology; those that the model below gives it already say that they replace them.</summary>
    private static string Written(IEnumerable<(string Attribute, string Body)> cells, string? technologyId)
    {
        var below = BuiltIn.Technologies.FirstOrDefault(technology => technology.Id == technologyId);
        return string.Join(", ", cells.Select(cell => below?.Find(cell.Attribute) is null
            ? $"\"{cell.Attribute}\": {{ {cell.Body} }}"
            : $"\"{cell.Attribute}\": {{ \"$op\": \"override\", {cell.Body} }}"));
    }
}
