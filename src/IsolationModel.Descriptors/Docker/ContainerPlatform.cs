using IsolationModel.Data;

namespace IsolationModel.Descriptors.Docker;

/// <summary>What a container is built for: the platform that it names, else what only Windows has.</summary>
internal static class ContainerPlatform
{
    /// <summary>Names of images that hold Windows (mcr.microsoft.com), and words of tags that only those have.</summary>
    private static readonly string[] WindowsImages = ["nanoserver", "windowsservercore", "mcr.microsoft.com/windows/", "mcr.microsoft.com/windows:"];

    /// <summary>The operating system, as it is named: <c>linux</c>, <c>windows</c>, <c>wasi</c>; null where none is.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "Names of platforms are compared in lower case, as containerd does")]
    public static string? Named(DataCursor service)
    {
        var platform = service["platform"];
        return platform.Text is { Length: > 0 } text && !platform.IsUnresolved ? text.Split('/')[0].Trim().ToLowerInvariant() : null;
    }

    /// <summary>Whether it is certainly a Windows container.</summary>
    public static bool IsWindows(ContainerView container)
    {
        var service = container.Service;
        if (Named(service) is { } named)
        {
            return named == "windows";
        }

        var isolation = service["isolation"];
        return (!isolation.IsUnresolved && IsOfWindows(isolation.Text))
            || HasCredentials(service["credential_spec"])
            || (service["image"].Text is { } image && Array.Exists(WindowsImages, part => image.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0))
            || ContainerMounts.AreOfWindows(service["volumes"]);
    }

    /// <summary>Whether a word is an isolation that only Windows has.</summary>
    public static bool IsOfWindows(string? isolation) =>
        string.Equals(isolation, "process", StringComparison.OrdinalIgnoreCase) || string.Equals(isolation, "hyperv", StringComparison.OrdinalIgnoreCase);

    private static bool HasCredentials(DataCursor specification) => specification.Node is DataMapping { Entries.Count: > 0 };
}
