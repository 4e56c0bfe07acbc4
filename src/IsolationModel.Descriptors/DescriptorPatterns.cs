using IsolationModel.Configuration;
using IsolationModel.Descriptors.Compose;
using IsolationModel.Descriptors.Kustomize;

namespace IsolationModel.Descriptors;

/// <summary>Which file names may be descriptors, the same for the command line and for the package's default items.</summary>
public static class DescriptorPatterns
{
    private const string TomlExtension = ".toml";

    /// <summary>Whether a file in a searched folder is looked at, and what is expected of it; null when it is passed over by its name alone.</summary>
    /// <param name="path">Its path: a few names mean something only in their folder.</param>
    public static DescriptorExpectation? Match(string path)
    {
        if (HasExtension(path, ".yaml") || HasExtension(path, ".yml") || HasExtension(path, ".k8s.json"))
        {
            return DescriptorExpectation.Expected;
        }

        // kustomize takes a name without extension as well.
        if (RunFiles.IsKustomization(path))
        {
            return DescriptorExpectation.Expected;
        }

        if (IsNodeConfiguration(path))
        {
            return IsNamedByDefault(path) ? DescriptorExpectation.Expected : DescriptorExpectation.Found;
        }

        // Values of variables for Compose.
        if (ComposeFileNames.IsEnvironment(path))
        {
            return DescriptorExpectation.Found;
        }

        return HasExtension(path, ".json") && !HasExtension(path, ".isolation.json") && !Is(Split(path).Name, IsolationSettings.FileName) ? DescriptorExpectation.Found : null;
    }

    /// <summary>Whether a file of this name is read as TOML.</summary>
    internal static bool IsToml(string path) => HasExtension(path, TomlExtension) || IsCriO(path) || IsPodman(path);

    /// <summary>Configuration files of nodes: containerd, CRI-O, Docker, gVisor, Kata, Podman.</summary>
    private static bool IsNodeConfiguration(string path)
    {
        if (!HasExtension(path, TomlExtension))
        {
            return IsNamedByDefault(path);
        }

        var name = Split(path).Name;
        return name.StartsWith("containerd", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("configuration-", StringComparison.OrdinalIgnoreCase)
            || IsNamedByDefault(path);
    }

    /// <summary>The places where a component looks for its configuration by itself: little else is called so.</summary>
    private static bool IsNamedByDefault(string path)
    {
        var (folder, name) = Split(path);
        return IsCriO(path)
            || IsPodman(path)
            || Is(name, "runsc.toml")
            || (Is(name, "daemon.json") && Is(folder, "docker"))
            || (Is(name, "config.toml") && Is(folder, "containerd"))
            || (Is(name, "configuration.toml") && Is(folder, "kata-containers"));
    }

    /// <summary><c>containers.conf</c> and its drop-ins.</summary>
    private static bool IsPodman(string path)
    {
        if (!HasExtension(path, ".conf"))
        {
            return false;
        }

        var (folder, name) = Split(path);
        return Is(name, "containers.conf") || Is(folder, "containers.conf.d");
    }

    private static bool IsCriO(string path)
    {
        if (!HasExtension(path, ".conf"))
        {
            return false;
        }

        var (folder, name) = Split(path);
        return Is(name, "crio.conf") || Is(folder, "crio.conf.d");
    }

    private static (string Folder, string Name) Split(string path)
    {
        var parts = path.Split('/', '\\');
        return (parts.Length > 1 ? parts[parts.Length - 2] : string.Empty, parts[parts.Length - 1]);
    }

    private static bool Is(string name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
