using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Benchmarks;

/// <summary>System.Text.Json's generator, as the SDK that runs the benchmarks ships it.</summary>
internal static class JsonGeneratorPeer
{
    private const string FileName = "System.Text.Json.SourceGeneration.dll";

    /// <summary>One root type.</summary>
    public const string Source = """
        using System.Text.Json.Serialization;

        public class Order { public int Number { get; set; } public string Customer { get; set; } }

        [JsonSerializable(typeof(Order))]
        public partial class Orders : JsonSerializerContext { }
        """;

    public static GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(New());

    /// <summary>Loads the generator.</summary>
    public static IIncrementalGenerator New()
    {
        // Beside the shared frameworks: <root>/packs/Microsoft.NETCore.App.Ref/<version>/analyzers/dotnet/cs.
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var path = Directory.GetFiles(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"), FileName, SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal).Last();
        var type = System.Reflection.Assembly.LoadFrom(path).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true)!;
        return (IIncrementalGenerator)Activator.CreateInstance(type)!;
    }
}
