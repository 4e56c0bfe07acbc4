using System.Text;

namespace IsolationModel.Cli.Init;

/// <summary>Pipelines that run the tool, as they are shipped with it.</summary>
internal static class CiFiles
{
    private static readonly (string System, string Resource, string Path, string Purpose)[] All =
    [
        ("github", "ci/github.yml", ".github/workflows/isolation.yml", "a workflow that checks every pull request"),
        ("gitlab", "ci/gitlab.yml", ".gitlab/isolation.yml", "a job; include it in .gitlab-ci.yml: include: { local: .gitlab/isolation.yml }"),
        ("azure", "ci/azure-pipelines.yml", "azure-pipelines-isolation.yml", "a pipeline; create it in Azure DevOps from this file"),
    ];

    /// <summary>The systems that there is a file for.</summary>
    public static string[] Systems { get; } = [.. All.Where(static entry => typeof(CiFiles).Assembly.GetManifestResourceInfo(entry.Resource) is not null).Select(static entry => entry.System)];

    /// <summary>The file for one of <see cref="Systems"/>.</summary>
    public static NewFile Of(string system)
    {
        var (_, resource, path, purpose) = Array.Find(All, entry => string.Equals(entry.System, system, StringComparison.Ordinal));
        using var stream = typeof(CiFiles).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new NewFile(path, reader.ReadToEnd().ReplaceLineEndings("\n"), purpose);
    }
}
