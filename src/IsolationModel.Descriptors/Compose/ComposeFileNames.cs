using IsolationModel.Descriptors.Kustomize;

namespace IsolationModel.Descriptors.Compose;

/// <summary>The names by which Compose finds its files (compose-go, cli/options.go), and those by which people call them.</summary>
internal static class ComposeFileNames
{
    /// <summary>The file from which values of variables come, where nothing else is named.</summary>
    public const string Environment = ".env";

    /// <summary>The files of which the first one that is there starts a project.</summary>
    public static IReadOnlyList<string> Defaults { get; } = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    /// <summary>The files of which the first one that is there is loaded beside it.</summary>
    public static IReadOnlyList<string> Overrides { get; } =
        ["compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"];

    /// <summary>Whether a file is one of Compose by its name: <c>docker-compose.gvisor.yml</c>, <c>dev-compose.yaml</c>.</summary>
    public static bool IsCompose(string path)
    {
        var name = RunPaths.NameOf(path);
        return name.IndexOf("compose", StringComparison.OrdinalIgnoreCase) is var at && at >= 0
            && name.IndexOf("composer", StringComparison.OrdinalIgnoreCase) != at
            && (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a file holds values of variables by its name.</summary>
    public static bool IsEnvironment(string path) => path.EndsWith(Environment, StringComparison.OrdinalIgnoreCase);
}
