using System.Globalization;
using IsolationModel.Fuzzing;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Conformance.Fuzz;

/// <summary>
/// A little hostile input for every target with each run of the tests, the same each time; <c>ISOLATION_FUZZ_SECONDS</c> adds a longer campaign over all
/// targets, from another seed where <c>ISOLATION_FUZZ_SEED</c> says so: a build that breaks over night, with nothing changed, helps nobody. Nor does one that breaks
/// on a faster machine: a campaign has a number of inputs, and the seconds only end it sooner. The README of the fuzzing project tells how to look for more.
/// </summary>
public sealed class ShortFuzzTests
{
    private const string Seconds = "ISOLATION_FUZZ_SECONDS";

    private const int FixedSeed = 20_260;

    /// <summary>How many inputs take about half a second, by what one of them costs.</summary>
    public static TheoryData<string, int> Targets => [.. FuzzTargets.All.Select(static target => (target.Name, InHalfASecond(target)))];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Nothing_breaks_a_property(string target, int count) =>
        Assert.InRange(Run(new FuzzOptions(TimeSpan.FromMinutes(10), FixedSeed, [FuzzTargets.Find(target)!], 0, count, Folders.Finds)), 1, count);

    [Fact]
    public void A_campaign_finds_nothing()
    {
        var given = Environment.GetEnvironmentVariable(Seconds);
        Assert.SkipWhen(string.IsNullOrEmpty(given), $"{Seconds} is not set: it says how long all targets get more inputs.");
        var seed = Environment.GetEnvironmentVariable("ISOLATION_FUZZ_SEED") is { Length: > 0 } other ? int.Parse(other, CultureInfo.InvariantCulture) : FixedSeed + 1;
        var tried = 0;
        var each = TimeSpan.FromSeconds(double.Parse(given!, CultureInfo.InvariantCulture)) / FuzzTargets.All.Count;
        foreach (var target in FuzzTargets.All)
        {
            tried += Run(new FuzzOptions(each, seed, [target], 0, (int)Math.Ceiling(each.TotalSeconds * 2 * InHalfASecond(target)), Folders.Finds));
        }

        Assert.InRange(tried, 1, int.MaxValue);
    }

    private static int InHalfASecond(IFuzzTarget target) => target.Name switch
    {
        "compiler" or "tool" => 8,
        "policies" or "model" or "compose" or "kustomize" or "helm" or "pipeline" => 25,
        "kubernetes" or "docker" or "nodes" => 60,
        _ => 300,
    };

    private static int Run(FuzzOptions options)
    {
        var campaign = new Campaign(options, TextWriter.Null);
        campaign.Run();
        Assert.True(campaign.Finds.Count == 0, string.Join("\n\n", campaign.Messages));
        return campaign.Tried;
    }
}
