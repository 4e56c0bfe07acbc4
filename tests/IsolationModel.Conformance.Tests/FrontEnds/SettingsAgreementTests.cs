using System.Text.Json;
using IsolationModel.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>One tree with one settings file: the compiler and the command line tell the same, as loudly.</summary>
public sealed class SettingsAgreementTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  runtimeClassName: gvisor\n  containers: [{ name: main, image: a, securityContext: { privileged: true } }]\n";

    private const string Restricted = """
        apiVersion: v1
        kind: Pod
        metadata: { name: job, annotations: { isolationmodel.dev/needs: "pod-security:baseline" } }
        spec:
          securityContext: { sysctls: [{ name: net.ipv4.tcp_rmem, value: "1" }] }
          containers: [{ name: main, image: a }]

        """;

    private const string Overlay = """
        { "formatVersion": "1.0", "model": { "id": "shop", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          "forbidden": { "gvisor": { "reason": "It is not offered any more." } } }
        """;

    private static readonly Dictionary<string, string> Tree = new(StringComparer.Ordinal)
    {
        ["deploy/web.yaml"] = Pod,
        ["deploy/legacy/old.yaml"] = Pod,
        ["deploy/legacy/inner/older.yaml"] = Pod,
        ["deploy/job.yaml"] = Restricted,
        ["testdata/sample.yaml"] = Pod,
        ["testdata/broken.yaml"] = "apiVersion: v1\nkind: [\n",
        ["compose.yaml"] = "services:\n  a:\n    image: a\n",
        ["tools/second.yaml"] = "services:\n  a:\n    privileged: true\n",
        ["shop.isolation.json"] = Overlay,
    };

    public static TheoryData<string> Settings =>
    [
        "{}",
        """{ "level": "high" }""",
        """{ "needs": ["untrusted-code, gpu", "startup <= 1 s"] }""",
        """{ "scenario": "multi-tenant-cloud", "exclude": ["testdata"] }""",
        """{ "level": "high", "exclude": ["testdata/**", "legacy/inner"] }""",
        """{ "level": "high", "severity": { "*": "info", "weakening": "error", "ISM1501": "none" } }""",
        """{ "level": "high", "severity": { "ISM1501": "error" }, "overrides": [{ "paths": ["legacy"], "severity": { "*": "warning" } }, { "paths": ["deploy/legacy/inner/**"], "severity": { "undetermined": "none" } }] }""",
        """{ "level": "high", "overrides": [{ "paths": ["legacy"], "level": "low" }, { "paths": ["web.yaml"], "level": "low", "acceptWeaker": "It is ours." }] }""",
        """{ "overrides": [{ "paths": ["deploy/legacy"], "needs": ["hostile-tenants"] }], "severity": { "input": "none" } }""",
        """{ "level": "medium", "nodes": { "seccompDefault": true, "privilegedWithoutHostDevices": true } }""",
        """{ "kubernetesVersion": "1.28", "needs": ["pod-security:baseline@v1.37"] }""",
        """{ "level": "medium", "composeProjects": [["compose.yaml", "tools/second.yaml"]] }""",
        """{ "level": "high", "models": ["shop.isolation.json"] }""",
        """{ "level": "high", "exlude": ["testdata"] }""",
        """{ "preset": "strict" }""",
        """{ "preset": "audit", "level": "medium", "severity": { "suitability": "error" } }""",
        """{ "preset": "none", "level": "high", "severity": { "ISM2001": "error" } }""",
        """{ "preset": "strikt", "level": "high" }""",
        """{ "level": "hihg" }""",
        """{ "level": 5, "needs": "untrusted-code" }""",
        """[]""",
        "",
        """{ "level": "high", "level": "low" }""",
        """{ /* why */ "level": "high", "exclude": ["compose.yaml",], }""",
        "\uFEFF{ \"level\": \"high\", \"exclude\": [\"deploy\"] }",
        """{ "level": "high", "severity": { "ISM9999": "error", "ism2001": "none", "Weakening": "info" } }""",
        """{ "level": "high", "exclude": ["**/*.yaml", "!deploy/web.yaml"] }""",
        """{ "level": "high", "exclude": ["DEPLOY", "./testdata", "/tools"] }""",
        """{ "level": "high", "exclude": ["../x", ""] }""",
        """{ "level": "very-high", "overrides": [{ "paths": ["*.yaml"], "severity": { "*": "none" } }, { "paths": ["legacy/*"], "preset": "strict" }] }""",
        """{ "needs": ["startup <= 3 parsecs", "", "pod-security:restricted@v9.99"] }""",
        """{ "level": "medium", "nodes": { "seccompDefault": "yes", "seccomDefault": true } }""",
        """{ "kubernetesVersion": "v1.28.3", "level": "high" }""",
        """{ "kubernetesVersion": "latest", "level": "high" }""",
        """{ "scenario": "no-such" }""",
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Findings_and_severities_are_the_same(string settings)
    {
        var folder = Directory.CreateTempSubdirectory("isolation-conformance-");
        try
        {
            var told = CommandLine(folder.FullName, settings);
            Assert.Equal(await Compiler(folder.FullName, settings), told);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The comparison would be worth little if settings did nothing.</summary>
    [Fact]
    public void Every_settings_file_of_the_comparison_changes_what_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("isolation-conformance-");
        try
        {
            var answers = Settings.Select(row => string.Join('\n', CommandLine(folder.FullName, row.Data))).ToList();
            Assert.Equal(answers.Count, answers.Distinct(StringComparer.Ordinal).Count());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Only the command line can know that a file does not exist; but for both its project is incomplete, and what is left of it does not pass for whole.</summary>
    [Fact]
    public async Task A_project_of_compose_without_one_of_its_files_is_incomplete_for_both()
    {
        const string settings = """{ "level": "high", "exclude": ["deploy", "testdata"], "composeProjects": [["compose.yaml", "missing.yaml"]] }""";
        var folder = Directory.CreateTempSubdirectory("isolation-conformance-");
        try
        {
            var told = CommandLine(folder.FullName, settings);
            Assert.Single(told, finding => finding.Contains("ISM0203", StringComparison.Ordinal));
            Assert.Contains(told, finding => finding.Contains("ISM1505", StringComparison.Ordinal));
            Assert.Equal(await Compiler(folder.FullName, settings), told.Where(finding => !finding.Contains("ISM0203", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> CommandLine(string folder, string settings)
    {
        foreach (var (path, text) in Tree.Append(KeyValuePair.Create("isolation.json", settings)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), text);
        }

        using var report = JsonDocument.Parse(CommandLineFrontEnd.Check(folder, ["--format", "json"]).Report);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => $"{finding.GetProperty("file").GetString()}: {CommandLineFrontEnd.Observe(finding)}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Analyzer and generator, given what the package gives them.</summary>
    private static async Task<List<string>> Compiler(string folder, string settings)
    {
        var paths = Tree.Keys.Where(path => !path.EndsWith(".isolation.json", StringComparison.Ordinal) || settings.Contains(path, StringComparison.Ordinal));
        AdditionalText[] files = [.. paths.Append("isolation.json").Select(path => new AnalyzerFrontEnd.File(Path.Combine(folder, path), File.ReadAllBytes(Path.Combine(folder, path))))];
        var compilation = CSharpCompilation.Create("Example", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var found = await compilation.WithAnalyzers([new DescriptorAnalyzer()], new AnalyzerOptions([.. files])).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var mistakes = CSharpGeneratorDriver.Create([new Generators.IsolationModelGenerator().AsSourceGenerator()], files).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Diagnostics;
        return [.. found.Concat(mistakes)
            .Select(diagnostic => $"{Path.GetRelativePath(folder, diagnostic.Location.GetLineSpan().Path).Replace('\\', '/')}: {AnalyzerFrontEnd.Observe(diagnostic, diagnostic.Location.GetLineSpan().Path)}")
            .Order(StringComparer.Ordinal)];
    }
}
