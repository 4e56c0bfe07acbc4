using IsolationModel.Fuzzing;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Conformance.Fuzz;

/// <summary>Every input that broke a property once is given to its target again. A folder of inputs is a target.</summary>
public sealed class KeptInputTests
{
    public static TheoryData<string> Inputs => [.. Directory.EnumerateFiles(Folders.Kept, "*.input", SearchOption.AllDirectories)
        .Select(static path => Repository.Relative(Folders.Kept, path)).Order(StringComparer.Ordinal)];

    /// <summary>The seeds that were written by hand are whole runs: they hold everywhere that takes several files.</summary>
    public static TheoryData<string> Written => [.. Directory.EnumerateFiles(Folders.Written, "*.input").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void What_broke_a_property_once_holds_now(string input)
    {
        var target = FuzzTargets.Find(input.Split('/')[0]);
        Assert.NotNull(target);
        Assert.Null(Find.Of(target, InputText.Read(File.ReadAllText(Path.Combine(Folders.Kept, input))), TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void The_seeds_hold_as_they_are(string seed)
    {
        var input = InputText.Read(File.ReadAllText(Path.Combine(Folders.Written, seed)));
        foreach (var target in (string[])["pipeline", "tool", "compiler"])
        {
            Assert.Null(Find.Of(FuzzTargets.Find(target)!, input, TestContext.Current.CancellationToken));
        }
    }
}
