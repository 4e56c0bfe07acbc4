using IsolationModel.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Tests;

/// <summary>Generated code compiles, warnings being errors, in every version of the language, and does what it says.</summary>
public sealed class CompilationTests
{
    private const string Consumer =
        """
        namespace Shop
        {
            using System.Linq;
            using IsolationModel;
            using Shop.Isolation;

            /// <summary>Uses what was generated.</summary>
            public static class Probe
            {
                /// <summary>Tells what it finds.</summary>
                public static string Run()
                {
                    var sandbox = ContosoTechnologies.ContosoSandbox;
                    var parsed = ContosoModel.Instance.Index.Technology("contoso-sandbox");
                    return string.Join("\n", new[]
                    {
                        sandbox.Boundary >= Boundary.SoftwareSandbox ? "sandboxed" : "not shown",
                        sandbox.Startup.ToString() + " of " + sandbox.Startup.Sources[0].Title,
                        sandbox.Startup <= Quantities.Milliseconds(200) ? "fast" : "slow",
                        sandbox.Gpu.ToString(),
                        sandbox.Get(ContosoAttributes.Assurance).Against(ContosoAssurance.Audited).ToString(),
                        sandbox.Get(ContosoAttributes.Fips).ToString() + " " + sandbox.Get(ContosoAttributes.Fips).Condition,
                        sandbox.Get(ContosoAttributes.Regions).Contains(ContosoVocabulary.Regions.EuWest).ToString(),
                        ContosoTechnologies.GVisor.Startup.ToString() + " instead of " + Technologies.GVisor.Startup.ToString(),
                        (ContosoTechnologies.Runc.Equals(Technologies.Runc) && ReferenceEquals(ContosoTechnologies.Runc, ContosoTechnologies.Runc) && ReferenceEquals(ContosoTechnologies.Runc.Model, ContosoModel.Instance)).ToString(),
                        ReferenceEquals(ContosoTechnologies.Find("contoso-sandbox"), sandbox).ToString(),
                        (ContosoTechnologies.Find("nothing") == null).ToString(),
                        (ContosoTechnologies.All.Count - Technologies.All.Count).ToString(),
                        ContosoModel.Instance.ToString(),
                        sandbox.Definition.Equals(parsed).ToString(),
                        Need.Of(ContosoThreats.UntrustedCode).Require(ContosoAttributes.PatchTime <= Quantities.Hours(24), ContosoAttributes.Assurance.AtLeast(ContosoAssurance.SelfDeclared)).Judge(sandbox).ToString(),
                        ContosoModel.Instance.ParseNeed(ContosoNeedTokens.UntrustedCode + ", patching <= 24 h").Judge(sandbox).ToString(),
                        ReferenceEquals(ContosoPlatforms.Kubernetes, ContosoPlatforms.Find("kubernetes")) + " " + ContosoPlatforms.Kubernetes.Model,
                        ReferenceEquals(ContosoTechnologies.FromRuntimeClass("kata-qemu"), ContosoTechnologies.Kata) + " " + (ContosoTechnologies.FromRuntimeClass("mine") == null),
                        Need.Of(ContosoLevels.High).Wish(ContosoGoals.Startup.VeryLow).Recommend().Ranked.Select(candidate => candidate.Technology).Contains(sandbox).ToString(),
                    });
                }
            }
        }
        """;

    private static readonly string[] Expected =
    [
        "sandboxed", "50 ms..200 ms of Contoso lab report", "fast", "unknown", "May", "configurable with the validated build", "True",
        "<=300 ms instead of 1 ms..10 s", "True", "True", "True", "1", "contoso 1.2.0", "True", "Contoso Sandbox: Suitable", "Contoso Sandbox: Suitable", "True contoso 1.2.0", "True True", "True",
    ];

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.CSharp8, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp9, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.CSharp10, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp11, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.CSharp12, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.Preview, NullableContextOptions.Enable)]
    public void It_compiles_and_runs(LanguageVersion version, NullableContextOptions nullable)
    {
        foreach (var symbols in (string[][])[[], ["NET8_0_OR_GREATER"]])
        {
            var parse = new CSharpParseOptions(version, preprocessorSymbols: symbols);
            var result = new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)], parse: parse).Run();

            Assert.Empty(Compiling.Compile(result, Consumer, parse, nullable, out var compilation));
            Assert.Equal(Expected, Compiling.Run(compilation).Split('\n'));
        }
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.Latest)]
    public void Spans_find_what_strings_find(LanguageVersion version)
    {
        var parse = new CSharpParseOptions(version, preprocessorSymbols: ["NET8_0_OR_GREATER"]);
        var result = new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)], parse: parse).Run();
        const string consumer =
            """
            namespace Shop
            {
                public static class Probe
                {
                    public static string Run()
                    {
                        foreach (var technology in Isolation.ContosoTechnologies.All)
                        {
                            var id = technology.Id;
                            if (!ReferenceEquals(Isolation.ContosoTechnologies.Find(System.MemoryExtensions.AsSpan("x" + id, 1)), Isolation.ContosoTechnologies.Find(id))
                                || !ReferenceEquals(Isolation.ContosoTechnologies.Find(new System.ReadOnlySpan<byte>(System.Text.Encoding.UTF8.GetBytes(id))), technology)
                                || Isolation.ContosoTechnologies.Find(System.MemoryExtensions.AsSpan(id, 1)) != null)
                            {
                                return id;
                            }
                        }

                        return "all";
                    }
                }
            }
            """;

        Assert.Empty(Compiling.Compile(result, consumer, parse, NullableContextOptions.Disable, out var compilation));
        Assert.Equal("all", Compiling.Run(compilation));
    }

    [Fact]
    public void New_attributes_are_properties_where_the_language_has_extensions()
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        var result = new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)], parse: parse).Run();
        const string consumer =
            """
            using Shop.Isolation;

            namespace Shop;

            public static class Probe
            {
                public static string Run() => $"{ContosoTechnologies.ContosoSandbox.Fips} {ContosoTechnologies.ContosoSandbox.PatchTime} {IsolationModel.Technologies.Runc.Fips}";
            }
            """;

        if (typeof(CSharpCompilation).Assembly.GetName().Version!.Major < 5)
        {
            Assert.DoesNotContain("ContosoTechnologyExtensions.g.cs", TestProject.Sources(result).Keys);
            return;
        }

        Assert.Empty(Compiling.Compile(result, consumer, parse, NullableContextOptions.Enable, out var compilation));
        Assert.Equal("configurable <=24 h unknown", Compiling.Run(compilation));
    }

    [Fact]
    public void Extensions_are_left_out_where_the_language_has_none() =>
        Assert.DoesNotContain(
            "ContosoTechnologyExtensions.g.cs",
            TestProject.Sources(new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)], parse: new CSharpParseOptions(LanguageVersion.CSharp12)).Run()).Keys);

    [Fact]
    public void Whatever_texts_hold_is_still_code()
    {
        const string hostile = "</summary> \\u2028 \\u0000 \\ud800 \\\" \\\\ {0} */ // #if \\r\\n ünï 𝒳 ]]> <![CDATA[ & \\u0085 $\\\"{x}\\\" @";
        var overlay = new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)
            .Replaced("Derived from gVisor.", hostile)
            .Replaced("The sandbox of the Contoso platform team.", hostile)
            .Replaced("with the validated build", hostile)
            .Replaced("Contoso lab report", hostile)
            .Replaced("\"name\": \"Contoso Sandbox\"", $"\"name\": \"{hostile}\"")
            .Replaced("Nobody else looked at it.", hostile)
            .Replaced("us-east", hostile);
        var parse = new CSharpParseOptions(LanguageVersion.CSharp7_3);

        var result = new TestProject([overlay], parse: parse).Run();

        Assert.Empty(result.Diagnostics);
        Assert.Empty(Compiling.Compile(result, "namespace Shop { public static class Probe { public static string Run() { return Isolation.ContosoTechnologies.ContosoSandbox.Summary; } } }", parse, NullableContextOptions.Disable, out var compilation));
        Assert.Equal("</summary> \u2028 \0 \ud800 \" \\ {0} */ // #if \r\n ünï 𝒳 ]]> <![CDATA[ & \u0085 $\"{x}\" @", Compiling.Run(compilation));
    }

    [Fact]
    public void Ids_that_differ_little_get_members_and_files_that_differ_enough()
    {
        var ids = new[] { "contoso-box", "contosoBox", "contosobox", "contosoBOX", "all", "find", "technologies", "contosoTechnologies", "equals", "gVisor" };
        var technologies = string.Join(",", ids.Select(id => $"\"{id}\": {{ \"name\": \"{id}\", \"kind\": \"runtime\", \"mechanism\": \"vm\", \"summary\": \"{id}\" }}"));
        var attributes = string.Join(",", new[] { "kind", "get", "values", "boundaryX", "boundary-x" }
            .Select(id => $"\"{id}\": {{ \"name\": \"{id}\", \"kind\": \"capability\", \"definition\": \"{id}\" }}"));
        var scales = string.Join(",", new[] { "model", "technologies", "words", "boundary-2" }
            .Select(id => $"\"{id}\": {{ \"name\": \"{id}\", \"levels\": [{{ \"id\": \"a\", \"name\": \"a\", \"definition\": \"a\" }}, {{ \"id\": \"a-b\", \"name\": \"A\", \"definition\": \"A\" }}, {{ \"id\": \"aB\", \"name\": \"1\", \"definition\": \"1\" }}, {{ \"id\": \"ab\", \"name\": \"+\", \"definition\": \"+\" }}] }}"));
        var overlay =
            $$"""
            { "formatVersion": "1.0", "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "scales": { {{scales}} }, "attributes": { {{attributes}} }, "technologies": { {{technologies}} } }
            """;
        var parse = new CSharpParseOptions(LanguageVersion.Latest);

        var result = TestProject.WithOverlay(overlay).Run();

        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(result.GeneratedSources.Length, result.GeneratedSources.Select(source => source.HintName.ToUpperInvariant()).Distinct().Count());
        var probes = string.Join(" + ", ids.Select(id => $"Isolation.ContosoTechnologies.Find(\"{id}\")!.Id + \",\""));
        Assert.Empty(Compiling.Compile(result, $"namespace Shop {{ public static class Probe {{ public static string Run() => {probes}; }} }}", parse, NullableContextOptions.Enable, out var compilation));
        Assert.Equal(string.Concat(ids.Select(id => id + ",")), Compiling.Run(compilation));
    }

    [Theory]
    [InlineData("Shop", null, "Shop.Isolation")]
    [InlineData("Shop.Web-App", null, "Shop.Web_App.Isolation")]
    [InlineData("2shop.class", null, "_2shop.@class.Isolation")]
    [InlineData("", null, "Isolation")]
    [InlineData("Shop", "Contoso.Models", "Contoso.Models")]
    [InlineData("Shop", " . ", "Isolation")]
    public void Types_go_to_the_projects_namespace(string root, string? own, string expected)
    {
        var options = own is null ? ProjectOptions.Of(("RootNamespace", root)) : ProjectOptions.Of(("RootNamespace", root), ("IsolationModelNamespace", own));
        var parse = new CSharpParseOptions(LanguageVersion.CSharp7_3);

        var result = new TestProject([new OverlayText("/shop/contoso.isolation.json", Samples.Contoso)], options, parse).Run();

        Assert.All(TestProject.Sources(result).Values, text => Assert.Contains($"namespace {expected}\n", text, StringComparison.Ordinal));
        Assert.Empty(Compiling.Compile(result, $"namespace Probe {{ public static class Probe {{ public static readonly object Value = global::{expected}.ContosoTechnologies.ContosoSandbox; }} }}", parse, NullableContextOptions.Disable, out _));
    }

    [Fact]
    public void A_file_is_a_model_by_its_name_or_by_its_metadata()
    {
        Assert.Empty(new TestProject([new OverlayText("/shop/isolation.json", Samples.Contoso), new OverlayText("/shop/a.json", Samples.Contoso)]).Run().GeneratedSources);
        Assert.NotEmpty(new TestProject([new OverlayText("/shop/A.Isolation.JSON", Samples.Contoso)]).Run().GeneratedSources);
        Assert.NotEmpty(new TestProject([new OverlayText("/shop/a.json", Samples.Contoso)], WithMetadata("IsolationKind", "model")).Run().GeneratedSources);
        Assert.Empty(new TestProject([new OverlayText("/shop/a.isolation.json", Samples.Contoso)], WithMetadata("IsolationKind", "descriptor")).Run().GeneratedSources);

        static ProjectOptions WithMetadata(string name, string value) =>
            new(new Dictionary<string, string> { ["RootNamespace"] = "Shop" }, new Dictionary<string, string> { [name] = value });
    }

    [Fact]
    public void A_project_without_models_gets_nothing() => Assert.Empty(new TestProject([new OverlayText("/shop/pod.yaml", "a: b")]).Run().GeneratedSources);
}
