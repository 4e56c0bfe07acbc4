using CsCheck;
using IsolationModel.Generators.Inputs;
using IsolationModel.Generators.Planning;
using IsolationModel.Generators.Tests.Driving;
using IsolationModel.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Tests;

/// <summary>A mistake in a model file is one located error; the types that the file declares are still there.</summary>
public sealed class BadModelTests
{
    private const string Consumer =
        """
        namespace Shop
        {
            using Shop.Isolation;

            public static class Probe
            {
                public static string Run()
                {
                    return ContosoModel.Instance.Id + ContosoTechnologies.ContosoSandbox.Id + ContosoTechnologies.GVisor.Get(ContosoAttributes.Fips);
                }
            }
        }
        """;

    [Theory]
    [InlineData("\"patchTime\": \"<=24 h\",", "\"patchTime\": \"<=24 h\"", "ISM0001")]
    [InlineData("\"regions\": { \"has\": [\"eu-west\"], \"maybe\": [\"us-east\"] }", "\"regions\": { \"has\": [\"eu-west\"", "ISM0001")]
    [InlineData("\"patchTime\": \"<=24 h\"", "\"patchTime\": \"<=24 h", "ISM0001")]
    [InlineData("\"patchTime\": \"<=24 h\"", "\"patchTime\": ", "ISM0001")]
    [InlineData("\"patchTime\": \"<=24 h\"", "\"patchTimes\": \"<=24 h\"", "ISM0003")]
    [InlineData("\"patchTime\": \"<=24 h\"", "\"patchTime\": \"<=24 MB\"", "ISM0004")]
    [InlineData("50 ms..200 ms", "500 ms..200 ms", "ISM0005")]
    [InlineData("self-declared..audited", "audited..self-declared", "ISM0005")]
    [InlineData("\"boundary\": { \"value\": \"software-sandbox\"", "\"boundary\": { \"value\": \"software-sandpit\"", "ISM0003")]
    [InlineData("\"mechanism\": \"application-kernel\"", "\"mechanism\": \"application-kernels\"", "ISM0003")]
    [InlineData("\"kind\": \"runtime\",", "", "ISM0002")]
    [InlineData("\"name\": \"Contoso Sandbox\",", "\"name\": 5,", "ISM0002")]
    [InlineData("\"families\": [\"sandboxing\"],", "\"families\": [\"sandboxing\"], \"families\": [],", "ISM0101")]
    [InlineData("\"gvisor\": {\n      \"$op\": \"override\",", "\"gvisor\": {", "ISM0002")]
    [InlineData("\"isolation-model\": \"^0.1\"", "\"isolation-model\": \"^7.0\"", "ISM0103")]
    [InlineData("\"contoso\", \"version\"", "\"CONTOSO\", \"version\"", "ISM0002")]
    public void A_mistake_is_told_at_its_place_and_costs_no_type(string right, string wrong, string rule)
    {
        var text = Samples.Contoso.Replace("\r", string.Empty, StringComparison.Ordinal);
        var overlay = new OverlayText("/shop/contoso.isolation.json", text).Replaced(right, wrong);
        var project = new TestProject([overlay], parse: new CSharpParseOptions(LanguageVersion.CSharp7_3));

        var result = project.Run();

        Assert.Null(result.Exception);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Id == rule);
        Assert.All(result.Diagnostics, diagnostic =>
        {
            Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
            Assert.Equal(overlay.Path, diagnostic.Location.GetLineSpan().Path);
        });
        Assert.Empty(Compiling.Compile(result, Consumer, project.Parse, NullableContextOptions.Disable, out _));
    }

    [Theory]
    [InlineData("\"platforms\": { \"cloud\": { \"name\": 5 } }", "ContosoPlatforms.Cloud")]
    [InlineData("\"mechanisms\": { \"cage\": { \"name\": \"Cage\" } }", "ContosoMechanisms.Cage")]
    [InlineData("\"controls\": { \"guard\": { \"name\": \"Guard\" } }", "ContosoControls.Guard")]
    [InlineData("\"hardware\": { \"chip\": { } }", "ContosoHardwareComponents.Chip")]
    [InlineData("\"families\": { \"ours\": { \"name\": \"Ours\" } }", "ContosoFamilies.Ours")]
    [InlineData("\"scenarios\": { \"lab\": { \"name\": \"Lab\" } }", "ContosoScenarios.Lab")]
    [InlineData("\"needs\": { \"threats\": { \"theft\": { \"name\": \"Theft\" } } }", "ContosoThreats.Theft")]
    [InlineData("\"needs\": { \"levels\": { \"top\": { \"name\": \"Top\" } } }", "ContosoLevels.Top")]
    public void A_mistake_in_an_entry_of_any_kind_costs_no_member(string section, string member)
    {
        var overlay = new OverlayText("/shop/contoso.isolation.json", Samples.Contoso).Replaced("\"formatVersion\": \"1.0\",", $"\"formatVersion\": \"1.0\", {section},");
        var project = new TestProject([overlay], parse: new CSharpParseOptions(LanguageVersion.CSharp7_3));

        var result = project.Run();

        Assert.Null(result.Exception);
        Assert.NotEmpty(result.Diagnostics);
        var consumer = $"namespace Shop {{ using Shop.Isolation; public static class Probe {{ public static object Run() {{ return {member}; }} }} }}";
        Assert.Empty(Compiling.Compile(result, consumer, project.Parse, NullableContextOptions.Disable, out _));
    }

    [Fact]
    public void A_finding_stands_on_its_characters()
    {
        var overlay = new OverlayText("/shop/contoso.isolation.json", Samples.Contoso).Replaced("software-sandbox", "software-sandpit");

        var location = Assert.Single(new TestProject([overlay]).Run().Diagnostics).Location;

        Assert.Equal("\"software-sandpit\"", overlay.Source.ToString(location.SourceSpan));
        Assert.Equal(overlay.Source.Lines.GetLinePositionSpan(location.SourceSpan), location.GetLineSpan().Span);
        Assert.Equal(LocationKind.ExternalFile, location.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("not JSON at all")]
    [InlineData("{\"technologies\":{\"contoso-sandbox\":{")]
    [InlineData("{}")]
    public void A_file_that_says_nothing_still_gives_the_types_of_its_name(string text)
    {
        var result = TestProject.WithOverlay(text).Run();

        Assert.Null(result.Exception);
        Assert.NotEmpty(result.Diagnostics);
        Assert.All(result.Diagnostics, diagnostic => Assert.StartsWith("ISM0", diagnostic.Id, StringComparison.Ordinal));
        Assert.Contains("ContosoModel.g.cs", TestProject.Sources(result).Keys);
        Assert.Contains("ContosoTechnologies.g.cs", TestProject.Sources(result).Keys);
    }

    [Fact]
    public void A_file_that_the_compiler_cannot_read_is_told()
    {
        var result = new TestProject([new OverlayText("/shop/contoso.isolation.json", null)]).Run();

        Assert.Equal("ISM9008", Assert.Single(result.Diagnostics).Id);
        Assert.Contains("ContosoTechnologies.g.cs", TestProject.Sources(result).Keys);
    }

    [Fact]
    public void A_truncated_file_is_told_wherever_it_ends()
    {
        var random = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var result = TestProject.WithOverlay(Samples.Contoso[..random.Next(Samples.Contoso.TrimEnd().Length - 1)]).Run();
            Assert.Null(result.Exception);
            Assert.NotEmpty(result.Diagnostics);
            Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id == "ISM9001");
            Assert.Contains(TestProject.Sources(result).Keys, file => file.EndsWith("Technologies.g.cs", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_broken_file_does_not_hide_the_findings_of_another()
    {
        var broken = new OverlayText("/shop/a.isolation.json", "{");
        var wrong = new OverlayText("/shop/contoso.isolation.json", Samples.Contoso).Replaced("<=24 h", "<=24 MB");

        var result = new TestProject([broken, wrong]).Run();

        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Location.GetLineSpan().Path == broken.Path);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Id == "ISM0004" && diagnostic.Location.GetLineSpan().Path == wrong.Path);
    }

    [Fact]
    public void A_crash_while_reading_is_a_finding_and_costs_no_type()
    {
        var generator = new IsolationModelGenerator((_, _, _) => throw new InvalidOperationException("boom\nbang"));

        var result = new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)], generator: generator).Run();

        Assert.Null(result.Exception);
        var told = Assert.Single(result.Diagnostics);
        Assert.Equal(("ISM9001", DiagnosticSeverity.Error), (told.Id, told.Severity));
        Assert.Contains("InvalidOperationException: boom bang", told.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("ContosoTechnologies.g.cs", TestProject.Sources(result).Keys);
    }

    [Fact]
    public void A_crash_while_planning_is_a_finding()
    {
        var generator = new IsolationModelGenerator((files, options, token) =>
        {
            var reading = ModelLoader.Load(files, options, token);
            var model = reading.Model!.Model;
            return reading with { Model = reading.Model with { Model = model with { Attributes = default } } };
        });

        var result = new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)], generator: generator).Run();

        Assert.Null(result.Exception);
        Assert.Equal("ISM9001", Assert.Single(result.Diagnostics).Id);
        Assert.Contains("ContosoTechnologies.contoso-sandbox.g.cs", TestProject.Sources(result).Keys);
    }

    [Fact]
    public void Repaired_text_is_always_json() =>
        Gen.Select(Gen.Int[0, Samples.Contoso.Length], Gen.Int[0, 40], Gen.String[Gen.Char["{}[]\",:\\u0az \n\0"], 0, 12]).Sample((at, length, inserted) =>
        {
            var end = Math.Min(Samples.Contoso.Length, at + length);
            var repaired = JsonRepair.Repair(string.Concat(Samples.Contoso.AsSpan(0, at), inserted, Samples.Contoso.AsSpan(end)));
            var result = JsonReader.Read(repaired);
            return result.Root is not null && result.Problems.All(problem => problem.Kind == JsonProblemKind.DuplicateKey);
        });

    [Fact]
    public void Repaired_text_of_json_is_the_same_json() =>
        Assert.Equal(JsonMinifier.Minify(Samples.Contoso), JsonRepair.Repair(Samples.Contoso));

    [Theory]
    [InlineData("{\"a\": 1 \"b\": 2}", "{\"a\":1,\"b\":2}")]
    [InlineData("{\"a\":, \"b\": 2}", "{\"b\":2}")]
    [InlineData("{\"a\": \"b\": 2}", "{\"b\":2}")]
    [InlineData("{\"a\" \"b\": 2}", "{\"b\":2}")]
    [InlineData("{\"a\": [1, 2 \"b\": 2}", "{\"a\":[1,2,\"b\",2]}")]
    [InlineData("{\"a\": [{\"x\": 1], \"b\": 2}", "{\"a\":[{\"x\":1}],\"b\":2}")]
    [InlineData("{\"a\": \"open\n \"b\": 2", "{\"a\":\"open\",\"b\":2}")]
    [InlineData("{\"a\": {\"b\": {", "{\"a\":{\"b\":{}}}")]
    [InlineData("{\"a\": \"\\q\\u12\\n\"}", "{\"a\":\"qu12\\n\"}")]
    [InlineData("{\"a\": tru, \"b\": 01, \"c\": -1, \"d\": true}", "{\"d\":true}")]
    public void Repair_leaves_out_what_is_unfinished(string broken, string repaired)
    {
        Assert.Equal(repaired, JsonRepair.Repair(broken));
    }

    [Fact]
    public void Deep_nesting_is_cut()
    {
        var repaired = JsonRepair.Repair(string.Concat(Enumerable.Repeat("{\"a\":[", 100_000)));
        Assert.NotNull(JsonReader.Read(repaired).Root);
    }
}
