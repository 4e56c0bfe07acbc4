using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>A generator and what it is given to do.</summary>
/// <param name="Name">How rows call it.</param>
/// <param name="Source">The code that it works for.</param>
/// <param name="References">The assemblies that the code needs beyond the framework.</param>
/// <param name="Load">Loads the generator; of some packages, several.</param>
internal sealed record GeneratorSubject(string Name, string Source, IReadOnlyList<string> References, Func<ISourceGenerator[]> Load)
{
    private const int Entries = 60;

    /// <summary>The name of ours.</summary>
    public const string Ours = "ours, an overlay on the whole model";

    /// <summary>The name of the peer that the budget of the first run is measured by.</summary>
    public const string OneRootType = "System.Text.Json, 1 root type";

    /// <summary>Ours, the compiler's own share, and the peers.</summary>
    public static IReadOnlyList<GeneratorSubject> All { get; } =
    [
        new(Ours, string.Empty, [typeof(Technology).Assembly.Location], static () => [new Generators.IsolationModelGenerator().AsSourceGenerator()]),
        new("nothing but a file copied", string.Empty, [], static () => [new CopyingGenerator().AsSourceGenerator()]),
        new(OneRootType, JsonGeneratorPeer.Source, [], static () => [JsonGeneratorPeer.New().AsSourceGenerator()]),
        new("System.Text.Json, 60 types", JsonSource(), [], static () => [JsonGeneratorPeer.New().AsSourceGenerator()]),
        new(
            "CommunityToolkit.Mvvm, 60 view models",
            Repeated(static number => $"public partial class View{number} : CommunityToolkit.Mvvm.ComponentModel.ObservableObject {{ [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] private string _name = \"\"; [CommunityToolkit.Mvvm.ComponentModel.ObservableProperty] private int _count; [CommunityToolkit.Mvvm.Input.RelayCommand] private void Save() {{ }} }}"),
            [PackageFolder.File("communitytoolkit.mvvm/8.4.2/lib/net8.0/CommunityToolkit.Mvvm.dll")],
            static () => GeneratorsOf(
                PackageFolder.File("communitytoolkit.mvvm/8.4.2/analyzers/dotnet/roslyn4.12/cs/CommunityToolkit.Mvvm.SourceGenerators.dll"))),
        new(
            "Riok.Mapperly, 60 maps",
            Repeated(static number => $"public class From{number} {{ public int Id {{ get; set; }} public string Name {{ get; set; }} = \"\"; public System.DateTime Day {{ get; set; }} }} public class To{number} {{ public int Id {{ get; set; }} public string Name {{ get; set; }} = \"\"; public string Day {{ get; set; }} = \"\"; }} [Riok.Mapperly.Abstractions.Mapper] public partial class Map{number} {{ public partial To{number} Map(From{number} from); }}"),
            [PackageFolder.File("riok.mapperly/4.3.1/lib/netstandard2.0/Riok.Mapperly.Abstractions.dll")],
            static () => GeneratorsOf(PackageFolder.File("riok.mapperly/4.3.1/analyzers/roslyn5.0/dotnet/cs/Riok.Mapperly.dll"))),
    ];

    /// <summary>A driver that has not run yet. All are given the same additional file.</summary>
    public static GeneratorDriver NewDriver(ISourceGenerator[] generators, bool tracksSteps = false) => CSharpGeneratorDriver.Create(
        generators, [new OverlayText(GeneratorProject.Overlay)], driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps));

    private static ISourceGenerator[] GeneratorsOf(string path) => Assembly.LoadFrom(path).GetTypes()
        .Where(static type => !type.IsAbstract && type.GetCustomAttributes<GeneratorAttribute>().Any())
        .Select(static type => Activator.CreateInstance(type))
        .Select(static generator => generator as ISourceGenerator ?? ((IIncrementalGenerator)generator!).AsSourceGenerator())
        .ToArray();

    private static string JsonSource()
    {
        var text = new StringBuilder("using System.Text.Json.Serialization;\n");
        text.Append(Repeated(static number => $"public class Order{number} {{ public int Number {{ get; set; }} public string Customer {{ get; set; }} public decimal Total {{ get; set; }} }}"));
        text.Append(Repeated(static number => $"[JsonSerializable(typeof(Order{number}))]"));
        return text.Append("public partial class Orders : JsonSerializerContext { }\n").ToString();
    }

    private static string Repeated(Func<string, string> declaration) => string.Concat(Enumerable.Range(0, Entries).Select(number => declaration(number.ToString(CultureInfo.InvariantCulture)) + "\n"));

    /// <summary>What any generator costs that reads an additional file and writes one.</summary>
    private sealed class CopyingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.AdditionalTextsProvider.Select(static (file, token) => file.GetText(token)!.ToString()),
            static (output, text) => output.AddSource("Copy.g.cs", $"// {text.Length}"));
    }
}
