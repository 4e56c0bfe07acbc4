using System.Globalization;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Fixes;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>The settings of a container: what it says, and what Docker does where it is silent.</summary>
internal static class ContainerSettings
{
    /// <summary>Reads them; the first container is the service itself.</summary>
    public static IReadOnlyList<WorkloadContainer> Read(ContainerFacts facts)
    {
        ReadPrivileged(facts);
        ContainerNamespaces.Read(facts);
        ContainerCapabilities.Read(facts);
        ContainerSecurityOptions.Read(facts);
        ContainerMounts.Read(facts);
        ContainerDevices.Read(facts);
        ReadUser(facts);
        ReadPlatform(facts);
        PodAnnotations.ReadRuntime(KeyedTexts.Of(facts["annotations"]), facts.Facts);
        var containers = new List<WorkloadContainer> { new(string.Empty, facts.Facts) };
        containers.AddRange(ContainerHooks.Read(facts));
        return containers;
    }

    private static void ReadPrivileged(ContainerFacts facts)
    {
        var privileged = facts["privileged"];
        if (!privileged.Exists)
        {
            return;
        }

        if (ComposeBoolean.Of(privileged) is not { } flag)
        {
            facts.AddOpen("privileged", facts.Show("privileged"), privileged);
            return;
        }

        facts.AddFlag("privileged", flag, facts.Show("privileged", flag ? "true" : "false"), privileged.Range, flag ? ValueEdit.Replace(privileged, "false") : null);
        if (flag && facts.IsWindows)
        {
            facts.AddFlaw(FlawKind.Refused, $"'{facts.Show("privileged", "true")}'", "Windows has no privileged containers; remove it", privileged.Range, "privileged");
        }
    }

    /// <summary>A number other than 0 is not root; what a name means stands in the image.</summary>
    private static void ReadUser(ContainerFacts facts)
    {
        var user = facts["user"];
        if (!user.Exists || user.Text is { Length: 0 })
        {
            return;
        }

        var name = user.Text?.Split(':')[0];
        if (user.IsUnresolved || name is null)
        {
            facts.AddOpen("runAsNonRoot", facts.Show("user"), user);
        }
        else if (name == "root" || long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            facts.AddFlag("runAsNonRoot", name != "root" && name.Trim('0').Length > 0, facts.Show("user", user.Text), user.Range);
        }
        else
        {
            facts.AddOpen("runAsNonRoot", facts.Show("user", user.Text), user, $"which number '{name}' has stands in the image; write the number");
        }
    }

    private static void ReadPlatform(ContainerFacts facts)
    {
        var platform = facts["platform"];
        var named = ContainerPlatform.Named(facts.Container.Service);
        if (platform.Exists && platform.IsUnresolved)
        {
            facts.AddOpen("operatingSystem", facts.Show("platform"), platform);
        }
        else if (facts.IsWindows)
        {
            facts.AddChoice("operatingSystem", "Windows", named is null ? "a Windows image" : facts.Show("platform", platform.Text), platform.Exists ? platform.Range : facts.Container.Range);
        }
        else if (named == "linux")
        {
            facts.AddChoice("operatingSystem", "Linux", facts.Show("platform", platform.Text), platform.Range);
        }

        // wasi/wasm says which image is pulled, and not what is in it: a shim starts an ordinary container where that is no module.
    }
}
