using IsolationModel.Descriptors.Kustomize;

namespace IsolationModel.Descriptors;

/// <summary>Which file names may be descriptors, the same for the command line and for the package's default items.</summary>
public static class DescriptorPatterns
{
    /// <summary>Whether a file in a searched folder is looked at, and what is expected of it; null when it is passed over by its name alone.</summary>
    public static DescriptorExpectation? Match(string fileName)
    {
        if (HasExtension(fileName, ".yaml") || HasExtension(fileName, ".yml") || HasExtension(fileName, ".k8s.json"))
        {
            return DescriptorExpectation.Expected;
        }

        // kustomize takes a name without extension as well.
        if (RunFiles.IsKustomization(fileName))
        {
            return DescriptorExpectation.Expected;
        }

        return HasExtension(fileName, ".json") && !HasExtension(fileName, ".isolation.json") ? DescriptorExpectation.Found : null;
    }

    private static bool HasExtension(string fileName, string extension) => fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
