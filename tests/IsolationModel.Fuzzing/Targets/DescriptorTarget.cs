using IsolationModel.Descriptors;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Findings;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>One descriptor of a kind: read, judged, fixed.</summary>
internal sealed class DescriptorTarget(string name, Func<FuzzInput, bool> isSeed) : IFuzzTarget
{
    public string Name => name;

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Files.Where(isSeed);

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        var file = input.Files[0];
        var text = Judgement.TextOf(file);
        var read = Work.Within(input.Size, () => Judgement.Load(file, keepsDocuments: false, cancellationToken));
        Crashes.Check(read.Findings);
        Ranges.CheckAll(read, text);
        Silence(file, read.Findings);

        var judged = Work.Within(input.Size, () => Judgement.Of(input.Files, Judgement.Needs, cancellationToken));
        RunChecks.Judged(judged, Judgement.Needs, cancellationToken);
        if (judged.Result.Findings.Count > Fixing.MostFindings)
        {
            // What follows judges many versions of it.
            return;
        }

        Fixing.Check(judged, Judgement.Needs, cancellationToken);
        Rendering.Check(judged, cancellationToken);
        Forms.Check(judged, cancellationToken);
        BrokenDocument.Check(judged, cancellationToken);
    }

    /// <summary>What its name says is a descriptor is told where it cannot be read.</summary>
    private static void Silence(FuzzFile file, IReadOnlyList<Finding> findings)
    {
        var isExpected = (DescriptorPatterns.Match(file.Path) ?? DescriptorExpectation.Expected) == DescriptorExpectation.Expected;
        var isBroken = file.Text is null || (!DescriptorPatterns.IsToml(file.Path) && YamlTreeReader.Read(file.Text, CancellationToken.None).Problems.Count > 0 && JsonPeer.Accepts(file.Text) == false);
        OracleException.Demand(!isExpected || !isBroken || findings.Count > 0, "silence", "an unreadable file is not told", () => Judgement.TextOf(file));
    }
}
