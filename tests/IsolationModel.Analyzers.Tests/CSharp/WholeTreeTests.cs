using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Ordinary code in large amounts: the analyzer never fails on it, and has nothing to say where nothing is deployed.</summary>
/// <remarks>
/// The variable <c>ISOLATION_CODE_FOLDERS</c> names more folders of code to try, separated by <c>;</c>. References that such code lacks are
/// errors of the compiler, which is a test of its own.
/// </remarks>
public sealed class WholeTreeTests
{
    private const string Solution = "IsolationModel.SDK.sln";

    public static TheoryData<string> Folders() =>
    [
        .. (Environment.GetEnvironmentVariable("ISOLATION_CODE_FOLDERS") ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries).Concat(new[] { "src", "analyzers", "generators" }.Select(part => Path.Combine(Repository(), part))),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Code_that_deploys_nothing_is_passed_over_without_a_failure(string folder)
    {
        var trees = new List<SyntaxTree>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            trees.Add(CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), file, cancellationToken: TestContext.Current.CancellationToken));
        }

        Assert.NotEmpty(trees);
        var compilation = CSharpCompilation.Create(
            "Tree",
            trees,
            [.. Libraries.Framework, Libraries.KubernetesClient, Libraries.DockerDotNet, Libraries.Testcontainers, Libraries.AspireHosting],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var diagnostics = await new CodeTest().Needs("level:very-high").Diagnostics(compilation);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id is "AD0001" or "ISM9001");
    }

    private static bool IsSource(string path)
    {
        var parts = path.Split('/', '\\');
        return !parts.Contains("obj", StringComparer.Ordinal) && !parts.Contains("bin", StringComparer.Ordinal) && !parts.Contains("artifacts", StringComparer.Ordinal);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No folder around '{AppContext.BaseDirectory}' holds {Solution}.");
        }

        return folder.FullName;
    }
}
