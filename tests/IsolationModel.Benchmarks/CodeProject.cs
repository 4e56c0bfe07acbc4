using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using IsolationModel.Analyzers;
using IsolationModel.Benchmarks.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IsolationModel.Benchmarks;

/// <summary>A large project: 2,000 files of ordinary code, of which one in fifty builds pods where the client of Kubernetes is referenced.</summary>
internal sealed class CodeProject
{
    private const int Files = 2000;
    private const int Rarity = 50;

    /// <summary>The project.</summary>
    /// <param name="buildsPods">Whether it references KubernetesClient and builds pods.</param>
    public CodeProject(bool buildsPods)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Concat(buildsPods ? [KubernetesClient] : []);
        Compilation = CSharpCompilation.Create(
            "Large",
            Enumerable.Range(0, Files).Select(number => CSharpSyntaxTree.ParseText(Source(number, buildsPods && number % Rarity == 0), path: $"/large/File{number}.cs")),
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: true));
    }

    private static string KubernetesClient => PackageFolder.File("kubernetesclient/21.0.8/lib/net10.0/KubernetesClient.dll");

    private CSharpCompilation Compilation { get; }

    /// <summary>What each compilation from the command line does: everything is bound anew.</summary>
    public int Compile() => Fresh().GetDiagnostics().Length;

    /// <summary>The same with our analyzer beside it.</summary>
    public Task<int> CompileWithOurs() => Compile([new DescriptorAnalyzer()]);

    /// <summary>The same with the .NET analyzers of the SDK that runs the benchmarks.</summary>
    public Task<int> CompileWithDotNet() => Compile(DotNetAnalyzers);

    private static readonly ImmutableArray<DiagnosticAnalyzer> DotNetAnalyzers = LoadDotNetAnalyzers();

    private async Task<int> Compile(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new AnalyzerOptions([], new NeedOptions());
        var diagnostics = await Fresh().WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync();
        return diagnostics.Length;
    }

    /// <summary>A compilation that has bound nothing yet, of trees that are parsed.</summary>
    private CSharpCompilation Fresh() => CSharpCompilation.Create("Large", Compilation.SyntaxTrees, Compilation.References, Compilation.Options);

    /// <summary>A file of the project.</summary>
    public static string Source(int number, bool buildsPods)
    {
        var text = new System.Text.StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Linq;\n");
        text.Append(CultureInfo.InvariantCulture, $"namespace Large.Part{number % 40};\npublic sealed class Service{number}\n{{\n    private readonly Dictionary<string, int> _counts = new();\n");
        for (var method = 0; method < 12; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    public int Handle{{method}}(IEnumerable<string> lines, int limit)
                    {
                        var total = 0;
                        foreach (var line in lines.Where(line => line.Length > {{method}}).OrderBy(line => line))
                        {
                            if (!_counts.TryGetValue(line, out var count)) { count = limit; }
                            _counts[line] = count + {{number}};
                            total += new List<int> { count, limit, {{method}} }.Sum() + string.Format("{0}-{1}", line, count).Length;
                        }

                        return total > limit ? Handle{{(method + 1) % 12}}(new[] { "a", "b" }, limit - 1) : total;
                    }

                """);
        }

        if (buildsPods)
        {
            text.Append("""
                    public k8s.Models.V1Pod Pod(string image) => new()
                    {
                        Metadata = new k8s.Models.V1ObjectMeta { Name = "web" },
                        Spec = new k8s.Models.V1PodSpec { Containers = new List<k8s.Models.V1Container> { new() { Name = "web", Image = image, SecurityContext = new() { Privileged = true } } } },
                    };

                """);
        }

        return text.Append("}\n").ToString();
    }

    private static ImmutableArray<DiagnosticAnalyzer> LoadDotNetAnalyzers()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk"));
        var path = Directory.GetFiles(root, "Microsoft.CodeAnalysis.NetAnalyzers.dll", SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal).Last();
        return
        [
            .. new[] { path, path.Replace("Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll", StringComparison.Ordinal) }
                .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
                .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)) && type.GetCustomAttributes<DiagnosticAnalyzerAttribute>().Any(attribute => attribute.Languages.Contains(LanguageNames.CSharp)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }

    /// <summary>A need of the whole project, so that what is found is judged.</summary>
    private sealed class NeedOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.IsolationNeeds" ? "untrusted-code" : null;
                return value is not null;
            }
        }
    }
}
