using System.Text;
using CsCheck;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Fixing;

/// <summary>What holds of <c>isolation fix</c> for any files.</summary>
public sealed class FixPropertyTests
{
    /// <summary>Says that something is passed over where it stands, which nobody loses by.</summary>
    private const string NoEffect = "ISM2003";
    private const string NotShown = "ISM1501";
    private const string UnusedSuppression = "ISM1103";
    private const string UnknownNeed = "ISM1101";

    [Fact]
    public void Mending_leaves_fewer_findings_and_makes_no_new_ones() => Sample(400, workspace =>
    {
        var (before, hidden) = (Findings(workspace), Findings(workspace, "suppressed"));
        var fix = workspace.Run("fix", ".");
        Assert.Equal((0, string.Empty), (fix.ExitCode, fix.Error));
        var after = Findings(workspace);
        Assert.True(Loud(after) <= Loud(before) || before.Exists(IsMisspelt), fix.Output);

        // A need that was misspelt is checked from now on, what was suppressed for a setting that is gone has nothing left to suppress, and a need
        // that was failed may be left merely not shown.
        var known = before.Select(Subject).ToHashSet();
        Assert.All(after.Where(finding => !known.Contains(Subject(finding))), finding => Assert.True(
            finding.Rule is NoEffect or UnusedSuppression
                || (finding.Rule == NotShown && before.Concat(hidden).Any(other => other.Rule is "ISM1001" or "ISM2001" && other.Workload == finding.Workload && other.Need == finding.Need)) || (before.Exists(IsMisspelt) && IsOfMendedNeed(finding)),
            $"new: {finding}\n{fix.Output}\n{Texts(workspace)}"));
    });

    [Fact]
    public void Mending_again_changes_nothing() => Sample(150, workspace =>
    {
        workspace.Run("fix", ".");
        var once = Files(workspace);
        Assert.StartsWith("0 findings fixed in 0 files", workspace.Run("fix", ".").Output, StringComparison.Ordinal);
        Assert.Equal(once, Files(workspace));
        Assert.Equal(0, workspace.Run("fix", ".", "--check").ExitCode);
    });

    [Fact]
    public void Comments_and_everything_else_stay() => Sample(150, workspace =>
    {
        var before = Files(workspace);
        workspace.Run("fix", ".");
        foreach (var (name, text) in Files(workspace))
        {
            var old = before[name];
            Assert.Equal(Comments(old), Comments(text));
            Assert.Equal(old.Contains('\r', StringComparison.Ordinal), text.Contains('\r', StringComparison.Ordinal));
            Assert.Equal(old.StartsWith('\ufeff'), text.StartsWith('\ufeff'));
            Assert.Equal(old.EndsWith('\n'), text.EndsWith('\n'));
            Assert.Equal(old.Contains('\r', StringComparison.Ordinal), text.Split('\n').SkipLast(1).Any(static line => line.EndsWith('\r')));
        }
    });

    [Fact]
    public async Task The_patch_of_a_dry_run_does_what_mending_does()
    {
        var applied = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            using var workspace = Make(seed);
            using var patched = Make(seed);
            var dry = workspace.Run("fix", ".", "--dry-run");
            Assert.Equal(Files(patched), Files(workspace));
            workspace.Run("fix", ".");
            if (dry.Output.Length > 0)
            {
                await Git.ApplyAsync(patched.Root, dry.Output);
                applied++;
            }

            Assert.Equal(Files(workspace), Files(patched));
        }

        Assert.InRange(applied, 15, 40);
    }

    private static void Sample(int count, Action<Workspace> check) => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            using var workspace = Make(seed);
            check(workspace);
        },
        iter: count,
        threads: 2);

    private static Workspace Make(int seed)
    {
        var workspace = new Workspace();
        foreach (var (name, bytes) in new RandomFiles(seed).Make())
        {
            workspace.Add(name, bytes);
        }

        return workspace;
    }

    private static SortedDictionary<string, string> Files(Workspace workspace) => new(
        Directory.EnumerateFiles(workspace.Root).ToDictionary(file => Path.GetFileName(file)!, file => Encoding.UTF8.GetString(File.ReadAllBytes(file))), StringComparer.Ordinal);

    private static string Texts(Workspace workspace) => string.Join("\n", Files(workspace).Select(static file => $"== {file.Key}\n{file.Value}"));

    /// <summary>Everything behind a comment sign, but suppressions, which are themselves mended.</summary>
    private static List<string> Comments(string text) => [.. text.Split('\n')
        .Select(static line => line.TrimEnd('\r'))
        .Where(static line => line.Contains('#', StringComparison.Ordinal) && !line.Contains("isolation: disable", StringComparison.Ordinal))
        .Select(static line => line[line.IndexOf('#', StringComparison.Ordinal)..])];

    private static List<Found> Findings(Workspace workspace, string which = "findings") => [.. workspace.Run("check", ".", "--format", "json").Json().GetProperty(which).EnumerateArray().Select(static finding => new Found(
        finding.GetProperty("ruleId").GetString()!,
        finding.GetProperty("severity").GetString()!,
        finding.GetProperty("file").GetString()!,
        finding.GetProperty("workload").GetString(),
        finding.GetProperty("need").GetString(),
        finding.TryGetProperty("control", out var control) ? control.GetString() : null,
        finding.GetProperty("message").GetString()!))];

    private static (string, string, string?, string?, string?) Subject(Found finding) => (finding.Rule, finding.File, finding.Workload, finding.Need, finding.Control);

    private static int Loud(List<Found> findings) => findings.Count(static finding => finding.Severity != "info");

    private static bool IsMisspelt(Found finding) => finding.Rule == UnknownNeed;

    private static bool IsOfMendedNeed(Found finding) => finding.Need is null || RandomFiles.MendedNeeds.Contains(finding.Need);

    private sealed record Found(string Rule, string Severity, string File, string? Workload, string? Need, string? Control, string Message);
}
