using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using IsolationModel.Analyzers;
using IsolationModel.Baselines;
using IsolationModel.Descriptors;
using IsolationModel.Descriptors.Kubernetes.Policies;
using IsolationModel.Evaluation;
using IsolationModel.Generators;
using IsolationModel.Policies;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Conformance.Cultures;

/// <summary>The libraries and what runs in the compiler say the same under every culture; unlike the tool they run where culture data is.</summary>
public sealed class LibraryCultureTests
{
    private const string Overlay = """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.2.0", "extends": { "isolation-model": "^0.1" } },
          "forbidden": { "runc": { "reason": "No.", "until": "2026-12-31" } },
          "technologies": {
            "contoso-i": { "name": "Contoso I", "kind": "runtime", "mechanism": "vm", "summary": "Ours.", "values": { "boundary": "hardware-vm", "startup": { "value": "1.5 ms..2.25 ms" } } },
            "gvisor": { "$op": "override", "values": { "startup": { "$op": "override", "value": "<=1.5 s" } } }
          }
        }
        """;

    private static readonly Lazy<string> Expected = new(static () => Under(CultureInfo.InvariantCulture, Everything));

    public static TheoryData<string> Names { get; } = ["tr-TR", "fi-FI", "ar-SA", "th-TH", "sv-SE", "fa-IR"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_culture_is_irrelevant(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        var date = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);
        Assert.SkipWhen(
            (1.5m.ToString(culture), date.ToString("d", culture)) == (1.5m.ToString(CultureInfo.InvariantCulture), date.ToString("d", CultureInfo.InvariantCulture)),
            "this process has no culture data");

        Assert.Equal(Expected.Value, Under(culture, Everything));
    }

    /// <summary>A test that says nothing much would pass as well.</summary>
    [Fact]
    public void Much_is_said() => Assert.All(["ISM1001", "1.5 ms", "contoso-i", "class ContosoTechnologies", "ValidatingAdmissionPolicy"], text => Assert.Contains(text, Expected.Value, StringComparison.Ordinal));

    /// <summary>Everything that the libraries make of texts.</summary>
    private static string Everything()
    {
        var text = new StringBuilder();
        var model = Model.Parse(Overlay);
        foreach (var technology in model.Technologies)
        {
            text.Append(technology.Id).Append(' ').AppendJoin(';', technology.Values.Select(static value => value.ToString())).Append('\n');
        }

        foreach (var need in (string[])["startup <= 1.5 ms", "startup < 0.5 s", "untrusted-code"])
        {
            text.Append(model.ParseNeed(need)).Append('\n');
        }

        var samples = Samples().ToList();
        var files = DescriptorLinker.Link([.. samples.Select(static file => DescriptorReader.Read(file.Path, file.Text, DescriptorExpectation.Expected, keepsDocuments: true, CancellationToken.None))]);
        var result = Evaluator.Evaluate(model.Index.On("2026-12-31"), files, [NeedDeclaration.ForRun(NeedCarrier.Needs, "startup <= 1.5 ms")]);
        foreach (var finding in result.Findings)
        {
            text.Append(finding.File).Append(finding.Range).Append(finding.Rule.Id).Append(finding.Message).AppendJoin('|', finding.Reasons).AppendJoin('|', finding.Alternatives).Append(finding.FixTitle).Append('\n');
        }

        text.Append(Baseline.Of(result.Findings, static path => path).ToJson());
        var policy = PolicyBuilder.Derive(model.Index, NeedSet.Combine(model.Index, [NeedDeclaration.ForRun(NeedCarrier.Level, "low")]), PolicyMode.Prove, PolicyExport.Settings);
        text.Append(PolicyExport.Write(model.Index, policy.Policy!, PolicyTarget.ValidatingAdmissionPolicy));
        ImmutableArray<AdditionalText> additional = [.. samples.Select(static file => new FrontEnds.AnalyzerFrontEnd.File(file.Path, Encoding.UTF8.GetBytes(file.Text))), new FrontEnds.AnalyzerFrontEnd.File("contoso.isolation.json", Encoding.UTF8.GetBytes(Overlay))];
        var compilation = CSharpCompilation.Create("Example", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        // As the compiler prints them: in the culture of the process.
        var diagnostics = compilation.WithAnalyzers([new DescriptorAnalyzer()], new AnalyzerOptions(additional)).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        text.AppendJoin('\n', diagnostics.Select(static diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal));
        var generated = CSharpGeneratorDriver.Create([new IsolationModelGenerator().AsSourceGenerator()], additional).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult();
        text.AppendJoin('\n', generated.Diagnostics.Select(static diagnostic => diagnostic.ToString()));
        text.AppendJoin('\n', generated.Results.Single().GeneratedSources.Select(static source => source.HintName + source.SourceText));
        return text.ToString();
    }

    private static IEnumerable<(string Path, string Text)> Samples() => Directory.EnumerateFiles(Repository.PathOf("tests/samples"), "*.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(static path => (Repository.Relative(Repository.Root, path), File.ReadAllText(path)))
        .Append(("I.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: I, annotations: { isolationmodel.dev/needs: \"untrusted-code, startup <= 1.5 ms\" } }\nspec: { containers: [] }\n"))
        .Append(("ı.yaml", "apiVersion: v1\nkind: POD\nmetadata: { name: i, annotations: { isolationmodel.dev/needs: \"UNTRUSTED-CODE\" } }\nspec: { containers: [] }\n"));

    private static string Under(CultureInfo culture, Func<string> run)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
