using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IsolationModel.Conformance.Architecture;

/// <summary>Who may refer to whom: the walls of the repository.</summary>
public sealed class ReferenceTests
{
    private const string Core = "IsolationModel.Core";
    private const string Descriptors = "IsolationModel.Descriptors";
    private const string Generators = "IsolationModel.Generators";
    private const string Analyzers = "IsolationModel.Analyzers";
    private const string CodeFixes = "IsolationModel.CodeFixes";
    private const string Sdk = "IsolationModel.SDK";
    private const string Cli = "IsolationModel.Cli";
    private const string Build = "IsolationModel.Build";
    private const string Packer = "IsolationModel.ModelPacker";

    private const string Roslyn = "Microsoft.CodeAnalysis";

    /// <summary>The compiler that everything in the compiler is compiled against: that of SDK 8.0.100.</summary>
    private static readonly Version LowestRoslyn = new(4, 8, 0, 0);

    /// <summary>Each project, the projects that it compiles against, and those that are only built with it.</summary>
    private static readonly Dictionary<string, (string[] References, string[] Companions)> Allowed = new(StringComparer.Ordinal)
    {
        [Core] = ([], [Packer]),
        [Descriptors] = ([Core], []),
        [Generators] = ([Core], []),
        [Analyzers] = ([Core, Descriptors], []),
        [CodeFixes] = ([Analyzers], []),
        [Sdk] = ([Core], [Build, CodeFixes, Generators]),
        [Cli] = ([Core, Descriptors], []),
        [Build] = ([Core, Descriptors], []),
    };

    /// <summary>What an assembly may refer to beside the platform, with everything that its references bring along.</summary>
    private static readonly Dictionary<string, string[]> AllowedAssemblies = new(StringComparer.Ordinal)
    {
        [Core] = [],
        [Descriptors] = [Core],
        [Generators] = [Core, Roslyn],
        [Analyzers] = [Core, Descriptors, Roslyn],
        [CodeFixes] = [Core, Descriptors, Analyzers, Roslyn],
        [Sdk] = [Core],
        [Cli] = [Core, Descriptors, "System.CommandLine"],
        [Build] = [Core, Descriptors, "Microsoft.Build.Framework"],
    };

    public static TheoryData<string> Projects => new(Allowed.Keys);

    [Fact]
    public void Every_project_that_ships_has_its_place() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), ProjectFile.Shipping.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_to_the_projects_that_it_may(string name)
    {
        var project = ProjectFile.Shipping.Single(project => project.Name == name);
        Assert.Equal(Allowed[name].References, project.References);
        Assert.Equal(Allowed[name].Companions, project.Companions);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_refers_to_what_it_may(string name)
    {
        var foreign = ReferencesOf(name).Select(reference => reference.Name).Where(reference => !IsPlatform(reference)).Select(Family);
        Assert.Subset(AllowedAssemblies[name].ToHashSet(StringComparer.Ordinal), foreign.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Generators)]
    [InlineData(Analyzers)]
    [InlineData(CodeFixes)]
    public void What_the_compiler_loads_is_compiled_against_the_lowest_compiler(string name) =>
        Assert.All(
            ReferencesOf(name).Where(reference => Family(reference.Name) == Roslyn),
            reference => Assert.Equal(LowestRoslyn, reference.Version));

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = Repository.Read("IsolationModel.SDK.sln").Replace('\\', '/');
        var projects = Directory.EnumerateFiles(Repository.PathOf("tests"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Repository.Relative(Repository.Root, path))
            // Consumers of the package are built outside the repository, on their own.
            .Where(path => !path.Contains("/Consumers/", StringComparison.Ordinal))
            .Concat(ProjectFile.Shipping.Select(project => project.Path));
        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    private static List<(string Name, Version Version)> ReferencesOf(string name)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using var assembly = new PEReader(stream);
        var metadata = assembly.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => (metadata.GetString(reference.Name), reference.Version))
            .ToList();
    }

    /// <summary>The compiler's assemblies count as one.</summary>
    private static string Family(string name) => name.StartsWith(Roslyn, StringComparison.Ordinal) ? Roslyn : name;

    private static bool IsPlatform(string name) =>
        name is "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives" || (name.StartsWith("System.", StringComparison.Ordinal) && name != "System.CommandLine");
}
