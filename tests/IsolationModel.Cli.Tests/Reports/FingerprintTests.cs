using System.Text.Json;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>By their fingerprints, findings are known again.</summary>
public sealed class FingerprintTests
{
    private const string TwoAlike = """
        services:
          plugins:
            image: example.org/host:1
            x-isolation: untrusted-code
            cap_add: [SYS_ADMN, SYS_ADMN]

        """;

    [Theory]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    public void Lines_above_and_edits_beside_change_no_fingerprint(string format)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Mislabelled).Add("bad.yaml", "apiVersion: v1\nkind: [").Add("compose.yaml", TwoAlike);
        var before = Fingerprints(workspace, format);

        workspace.Add("pod.yaml", "# moved\n\n" + Samples.Mislabelled.Replace("host:1", "host:2", StringComparison.Ordinal)).Add("bad.yaml", "# moved\n\napiVersion: v1\nkind: [").Add("compose.yaml", "# moved\n" + TwoAlike);

        Assert.True(before.Count >= 4);
        Assert.Equal(before, Fingerprints(workspace, format));
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    public void No_two_findings_share_one(string format)
    {
        using var workspace = new Workspace();
        workspace.Add("a.yaml", Samples.Mislabelled).Add("b.yaml", Samples.Mislabelled).Add("compose.yaml", TwoAlike);

        var fingerprints = Fingerprints(workspace, format);

        Assert.Distinct(fingerprints);
        Assert.All(fingerprints, fingerprint => Assert.Matches("^[0-9a-f]{32}$", fingerprint));
    }

    [Fact]
    public void Accepting_one_of_two_that_are_alike_leaves_the_other_as_it_is()
    {
        static string Pods(string comment) => $"{Samples.Unsafe.Replace("spec:", $"spec:{comment}", StringComparison.Ordinal)}---\n{Samples.Unsafe}";
        using var workspace = new Workspace();
        workspace.Add("pods.yaml", Pods(string.Empty));
        var both = Fingerprints(workspace, "gitlab");

        workspace.Add("pods.yaml", Pods(" # isolation: disable ISM1001 -- moves to gVisor"));

        Assert.Equal(2, both.Count);
        Assert.Equal(both[1], Assert.Single(Fingerprints(workspace, "gitlab")));
    }

    /// <summary>Whoever changes how fingerprints are made closes and opens every alert of every user: then the name <c>isolationFinding/v1</c> has to change as well.</summary>
    [Fact]
    public void A_fingerprint_is_the_same_in_every_release()
    {
        using var document = JsonDocument.Parse(ReportSample.In("gitlab", ReportSample.Everything));

        Assert.Equal(
            ["3037419c28d45f58e22d96962735dcfb", "b73b25c50d703980db5d80670a1783ed", "7f9f36d719fdca6f28488c85ceabf415"],
            document.RootElement.EnumerateArray().Select(issue => issue.GetProperty("fingerprint").GetString()));
    }

    private static IReadOnlyList<string?> Fingerprints(Workspace workspace, string format)
    {
        using var document = JsonDocument.Parse(workspace.Run("check", ".", "--format", format).Output);
        return format == "gitlab"
            ? [.. document.RootElement.EnumerateArray().Select(issue => issue.GetProperty("fingerprint").GetString())]
            : [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => result.GetProperty("partialFingerprints").GetProperty("isolationFinding/v1").GetString())];
    }
}
