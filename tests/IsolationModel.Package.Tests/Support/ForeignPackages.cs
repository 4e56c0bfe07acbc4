using Mono.Cecil;

namespace IsolationModel.Package.Tests.Support;

/// <summary>
/// Packages of other people. Two have analyzers that bring a YamlDotNet: one an old version, one above
/// every version there will ever be. Two are libraries that use our package: one passes it on, one keeps it to itself.
/// </summary>
internal static class ForeignPackages
{
    private static readonly Version Highest = new(99, 0, 0, 0);

    /// <summary>Builds the packages into a feed.</summary>
    public static async Task PackAsync(PackedPackage package)
    {
        var foreign = package.Copy("Foreign");
        var lower = Path.Combine(TestSettings.MachinePackages, "yamldotnet", TestSettings.ForeignYamlDotNetVersion, "lib", "netstandard2.0", "YamlDotNet.dll");
        var higher = Path.Combine(foreign.Folder, "higher", "YamlDotNet.dll");
        Raise(lower, higher);
        await foreign.PackAsync("Foreign.slnx", package.Feed, $"-p:LowerYamlDotNet={lower}", $"-p:HigherYamlDotNet={higher}");
    }

    private static void Raise(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var assembly = AssemblyDefinition.ReadAssembly(source);
        assembly.Name.Version = Highest;
        assembly.Write(target);
    }
}
