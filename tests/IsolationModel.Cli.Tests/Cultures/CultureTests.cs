using System.Globalization;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Cultures;

/// <summary>Every output has the same bytes under every culture. The tool runs without culture data; this process has it, so its code is shown to need no such switch.</summary>
public sealed class CultureTests
{
    private static readonly string[][] Answers =
    [
        ["check", ".", "--explain-config", "--level", "high"],
        ["check", ".", "--day", "2026-12-31", "--model", "contoso.isolation.json"],
        ["check", ".", "--day", "31.12.2026"],
        ["check", ".", "--need", "startup <= 1.5 ms, density >= 1,000"],
        ["check", ".", "--need", "STARTUP <= 1.5 MS"],
        ["fix", ".", "--dry-run"],
        ["explain", "gvisor"],
        ["explain", "KATA-QEMU"],
        ["explain", "kata", "--under", "privileged,hostPath=/etc:ro"],
        ["recommend", "--need", "startup <= 1.5 s", "--sensitivity"],
        ["recommend", "--scenario", "serverless", "--format", "json"],
        ["compare", "gvisor", "kata", "runc"],
        ["export", "--policy", "vap", "--level", "high"],
        ["export", "--policy", "kyverno", "--level", "high"],
        ["init", "--dry-run"],
        ["tree", "--all"],
        ["model", "list"],
        ["model", "find", "I"],
        ["model", "diff", "contoso.isolation.json"],
        ["rules", "markdown"],
        ["rules", "show", "runtimefailsneed"],
    ];

    /// <summary>Cultures with another calendar, other digits, other decimal marks, other letters and another order of letters.</summary>
    public static TheoryData<string> Names { get; } = ["tr-TR", "fi-FI", "ar-SA", "th-TH", "sv-SE", "fa-IR"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_culture_is_irrelevant(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        AssertIsReal(culture);
        using var workspace = Shop();
        workspace.Run("report", ".", "--html", "page.html");
        foreach (var args in Answers.Concat(ReportFormats.Names.Select(static format => (string[])["check", ".", "--format", format, "--level", "high"])))
        {
            var expected = Under(CultureInfo.InvariantCulture, () => workspace.Run(args));

            Assert.Equal(expected, Under(culture, () => workspace.Run(args)));
        }

        Under(CultureInfo.InvariantCulture, () => workspace.Run("report", ".", "--html", "page.html"));
        var page = File.ReadAllBytes(workspace.PathOf("page.html"));
        Under(culture, () => workspace.Run("report", ".", "--html", "page.html"));
        Assert.Equal(page, File.ReadAllBytes(workspace.PathOf("page.html")));
    }

    /// <summary>Which day it is, is told in UTC, wherever the machine stands.</summary>
    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    [InlineData("Asia/Tehran")]
    public async Task The_time_zone_is_irrelevant(string zone)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "time zones are no variable on Windows");
        using var workspace = Shop();
        var before = TimeProvider.System.GetUtcNow().Date;
        workspace.Add("ban.isolation.json", Samples.Policy.Replace("2026-06-30", before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        string[] args = ["check", ".", "--model", "ban.isolation.json", "--format", "json"];
        var here = await ToolProcess.RunInAsync(workspace.Root, new Dictionary<string, string> { ["TZ"] = zone, ["LC_ALL"] = "ar_SA.UTF-8" }, args);
        var there = await ToolProcess.RunInAsync(workspace.Root, new Dictionary<string, string> { ["TZ"] = "UTC" }, args);
        Assert.SkipUnless(before == TimeProvider.System.GetUtcNow().Date, "it is midnight in UTC");

        Assert.Equal((there.ExitCode, there.Output), (here.ExitCode, here.Output));
        Assert.Contains("ISM1002", there.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void A_ban_ends_with_its_last_day(string day, bool isBanned)
    {
        foreach (var args in (string[][])[["--day", day], []])
        {
            using var now = new Workspace { Today = day };
            now.Add("pod.yaml", Samples.Unsafe).Add("contoso.isolation.json", Samples.Policy);
            var run = now.Run(["check", ".", "--model", "contoso.isolation.json", .. args]);
            Assert.Equal(isBanned, run.Output.Contains("ISM1002", StringComparison.Ordinal));
        }
    }

    private static Workspace Shop() => new Workspace()
        .Add("a.yaml", Samples.Mislabelled).Add("I.yaml", Samples.Unproven).Add("ı.yaml", Samples.Misspelt).Add("ä.yaml", Samples.Unsafe).Add("z.yaml", Samples.Quiet)
        .Add("contoso.isolation.json", Samples.Policy)
        .Add("compose.yaml", "services:\n  web: { image: a, runtime: KATA, mem_limit: 1.5g, labels: { isolationmodel.dev/needs: \"untrusted-code, startup <= 1.5 ms\" } }\n");

    /// <summary>Without culture data every culture is the invariant one, and this test would show nothing.</summary>
    private static void AssertIsReal(CultureInfo culture)
    {
        Assert.NotEqual(
            (1.5m.ToString(CultureInfo.InvariantCulture), new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc).ToString("d", CultureInfo.InvariantCulture)),
            (1.5m.ToString(culture), new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc).ToString("d", culture)));
    }

    private static T Under<T>(CultureInfo culture, Func<T> run)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
