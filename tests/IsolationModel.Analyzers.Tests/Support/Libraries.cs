using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Analyzers.Tests.Support;

/// <summary>What code under test refers to: the running framework, and assemblies of packages or of stubs with the same names.</summary>
internal static class Libraries
{
    /// <summary>The assemblies of the running framework.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll"))
            .Where(path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static MetadataReference KubernetesClient { get; } = Package("kubernetesclient/21.0.8/lib/net10.0/KubernetesClient.dll");

    public static MetadataReference DockerDotNet { get; } = Package("docker.dotnet/3.125.15/lib/netstandard2.1/Docker.DotNet.dll");

    public static MetadataReference DockerDotNetEnhanced { get; } = Package("docker.dotnet.enhanced/4.3.3/lib/net10.0/Docker.DotNet.dll");

    public static MetadataReference Testcontainers { get; } = Package("testcontainers/4.16.0/lib/net10.0/Testcontainers.dll");

    public static MetadataReference AspireHosting { get; } = Package("aspire.hosting/13.6.5/lib/net8.0/Aspire.Hosting.dll");

    /// <summary>The product's own library.</summary>
    public static MetadataReference[] Sdk { get; } = [MetadataReference.CreateFromFile(typeof(WorkloadDescriptor).Assembly.Location), MetadataReference.CreateFromFile(typeof(Evaluation.Verdict).Assembly.Location)];

    /// <summary>An assembly made of source that has a library's names, where the library itself cannot be restored.</summary>
    public static MetadataReference Stub(string assembly, string source, params MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12))],
            [.. Framework, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation.ToMetadataReference();
    }

    private static PortableExecutableReference Package(string path)
    {
        var root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;
        return MetadataReference.CreateFromFile(Path.Combine(root, path));
    }
}
