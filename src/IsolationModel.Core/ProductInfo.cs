using System.Reflection;

namespace IsolationModel;

/// <summary>What the product calls itself.</summary>
public static class ProductInfo
{
    /// <summary>Where the project lives.</summary>
    public const string ProjectUrl = "https://github.com/isolation-model/IsolationModel.SDK";

    /// <summary>The released version (semantic versioning), the same for all assemblies of a release.</summary>
    public static string Version { get; } = ReadVersion();

    private static string ReadVersion()
    {
        var text = typeof(ProductInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        var build = text.IndexOf('+');
        return build < 0 ? text : text.Substring(0, build);
    }
}
