using System.ComponentModel;
using System.Diagnostics;
using IsolationModel.Descriptors.Yaml;

namespace IsolationModel.Descriptors.Tests.Kustomize;

/// <summary>kustomize itself, where the machine has it inside of kubectl: what it renders is what is right.</summary>
internal static class KubectlOracle
{
    private static readonly Lazy<bool> LazyIsPresent = new(() =>
    {
        try
        {
            return Run(["version", "--client"]).Code == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public static bool IsPresent => LazyIsPresent.Value;

    /// <summary>What <c>kubectl kustomize</c> makes of a folder, in the form of <see cref="KustomizeRun.Canonical"/>; null when it refuses.</summary>
    public static IReadOnlyList<string>? Render(KustomizeRun run, string folder)
    {
        var root = Directory.CreateTempSubdirectory("isolation-kustomize-");
        try
        {
            foreach (var (path, text) in run.Texts)
            {
                var full = Path.Combine(root.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
            }

            var (code, output) = Run(["kustomize", "--load-restrictor=LoadRestrictionsNone", Path.Combine(root.FullName, folder)]);
            return code == 0
                ? YamlTreeReader.Read(output, CancellationToken.None).Documents.Select(KustomizeRun.Canonical).Order(StringComparer.Ordinal).ToList()
                : null;
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static (int Code, string Output) Run(IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo("kubectl", args) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
