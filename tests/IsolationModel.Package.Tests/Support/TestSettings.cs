using System.Reflection;

namespace IsolationModel.Package.Tests.Support;

/// <summary>What the build of these tests tells them.</summary>
internal static class TestSettings
{
    /// <summary>The folder of the solution.</summary>
    public static string RepositoryRoot { get; } = Read(nameof(RepositoryRoot));

    /// <summary>The configuration that was built.</summary>
    public static string Configuration { get; } = Read(nameof(Configuration));

    /// <summary>The leg of the tests; it decides in which folder the outputs are.</summary>
    public static string RoslynTestVersion { get; } = Read(nameof(RoslynTestVersion));

    /// <summary>The Roslyn against which analyzers are compiled.</summary>
    public static string RoslynVersion { get; } = Read(nameof(RoslynVersion));

    /// <summary>The packages that the restore of the repository left on this machine: consumers need no package source on the network.</summary>
    public static string MachinePackages { get; } = Read(nameof(MachinePackages));

    /// <summary>The version of the YamlDotNet of other people's analyzers.</summary>
    public static string ForeignYamlDotNetVersion { get; } = Read(nameof(ForeignYamlDotNetVersion));

    /// <summary>The version of the older compiler with which some consumers are built.</summary>
    public static string OlderCompilerVersion { get; } = Read(nameof(OlderCompilerVersion));

    /// <summary>The folder of the projects that use the package.</summary>
    public static string Consumers { get; } = Path.Combine(RepositoryRoot, "tests", "IsolationModel.Package.Tests", "Consumers");

    private static string Read(string key) =>
        typeof(TestSettings).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
