using IsolationModel.Descriptors;

namespace IsolationModel.Fuzzing.Seeds;

/// <summary>What a seed is about, told by its names and words.</summary>
internal static class SeedKinds
{
    public static bool IsKubernetes(FuzzInput seed) => Holds(seed, "apiVersion");

    public static bool IsCompose(FuzzInput seed) => Holds(seed, "services:") || seed.Files.Any(static file => NameOf(file).Contains("compose", StringComparison.OrdinalIgnoreCase));

    public static bool IsKustomize(FuzzInput seed) => seed.Files.Any(static file => NameOf(file).StartsWith("kustomization", StringComparison.OrdinalIgnoreCase));

    public static bool IsHelm(FuzzInput seed) => seed.Files.Any(static file => NameOf(file) is "Chart.yaml" or "values.yaml" || file.Path.Contains("templates/", StringComparison.Ordinal));

    /// <summary>Whether it is of Docker's engine: its configuration, or a file that holds containers of it.</summary>
    public static bool IsDocker(FuzzInput seed) => IsCompose(seed) || seed.Files.Any(static file => NameOf(file) == "daemon.json");

    /// <summary>Whether it configures nodes.</summary>
    public static bool IsOfNodes(FuzzInput seed) => IsToml(seed) || Holds(seed, "KubeletConfiguration") || Holds(seed, "ClusterConfig") || Holds(seed, "AdmissionConfiguration")
        || seed.Files.Any(static file => NameOf(file) == "daemon.json");

    public static bool IsToml(FuzzInput seed) => seed.Files.Any(static file => DescriptorPatterns.IsToml(file.Path));

    public static bool IsJson(FuzzInput seed) => seed.Files.Any(static file => file.Path.EndsWith(".json", StringComparison.Ordinal));

    public static bool IsOverlay(FuzzInput seed) => seed.Files.All(static file => file.Path.EndsWith(".isolation.json", StringComparison.Ordinal));

    public static bool IsSettings(FuzzInput seed) => seed.Files.All(static file => NameOf(file) == "isolation.json");

    private static bool Holds(FuzzInput seed, string word) => seed.Files.Any(file => file.Text?.Contains(word, StringComparison.Ordinal) == true);

    private static string NameOf(FuzzFile file) => file.Path[(file.Path.LastIndexOf('/') + 1)..];
}
