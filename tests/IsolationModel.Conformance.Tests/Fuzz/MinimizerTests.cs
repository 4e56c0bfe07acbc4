using System.Text;
using IsolationModel.Fuzzing;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Conformance.Fuzz;

/// <summary>The machinery itself: a find is made as small as it can be, and the same numbers make the same inputs.</summary>
public sealed class MinimizerTests
{
    [Fact]
    public void An_input_is_reduced_to_what_breaks_the_property()
    {
        var target = new Breaking();
        var input = new FuzzInput([new FuzzFile("a.yaml", "one\ntwo\n"u8.ToArray()), new FuzzFile("b.yaml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("line\n", 200)) + "xx bad yy\nmore\n"))]);
        var small = new Minimizer(target, Find.Of(target, input, TestContext.Current.CancellationToken)!.Signature, TimeSpan.FromMinutes(10)).Minimize(input);
        Assert.Equal(("b.yaml", "bad"), (Assert.Single(small.Files).Path, small.Files[0].Text));
    }

    [Fact]
    public void A_campaign_tells_each_find_once_with_what_makes_it_again()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        var campaign = new Campaign(new FuzzOptions(TimeSpan.FromMinutes(10), 7, [new Breaking()], 3, 20, folder.Path), output);
        campaign.Run();
        Assert.Equal(20, Assert.Single(campaign.Finds).Value);
        Assert.Contains("--target breaking --seed 7 --from 3 --count 1", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("bad", InputText.Read(File.ReadAllText(Path.Combine(folder.Path, "breaking", "7-3.input"))).Files[0].Text);
    }

    [Fact]
    public void The_same_numbers_make_the_same_input()
    {
        foreach (var target in FuzzTargets.All.Take(10))
        {
            var seeds = target.Seeds(SeedPool.Instance).ToList();
            var (first, second) = (new IsolationModel.Fuzzing.Mutation.Mutator(target, seeds).Make(new Random(5)), new IsolationModel.Fuzzing.Mutation.Mutator(target, seeds).Make(new Random(5)));
            Assert.Equal(InputText.Write(first, string.Empty), InputText.Write(second, string.Empty));
        }
    }

    /// <summary>Something that no text with a certain word may be given to.</summary>
    private sealed class Breaking : IFuzzTarget
    {
        public string Name => "breaking";

        public bool IsOfOneFile => true;

        // So many that no mutation takes all of them away.
        public IEnumerable<FuzzInput> Seeds(SeedPool pool) => [FuzzInput.Of("a.txt", string.Concat(Enumerable.Repeat("bad\n", 5000)))];

        public void Check(FuzzInput input, CancellationToken cancellationToken) => OracleException.Demand(
            !input.Files.Any(static file => file.Bytes.AsSpan().IndexOf("bad"u8) >= 0), "words", "a bad word", static () => "it is there");
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("isolation-fuzz-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
