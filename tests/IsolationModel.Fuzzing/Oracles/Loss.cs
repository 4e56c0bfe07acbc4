using IsolationModel.Descriptors;
using IsolationModel.Descriptors.Compose;
using IsolationModel.Findings;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Rules;

namespace IsolationModel.Fuzzing.Oracles;

/// <summary>A file that cannot be read is told, and costs the others nothing, unless one of them refers to it.</summary>
internal static class Loss
{
    /// <summary>Checks each damaged file of a run, and one that is put beside it.</summary>
    public static void Check(Judgement judged, string needs, CancellationToken cancellationToken)
    {
        foreach (var (file, read) in judged.Files.Zip(judged.Read))
        {
            var isExpected = DescriptorPatterns.Match(file.Path) is DescriptorExpectation.Expected;
            OracleException.Demand(file.Text is not null || !isExpected || read.Findings.Count > 0, "silence", "a file that is no text is not told", () => file.Path);
            // What belongs to a chart is no descriptor, and is never told to be broken; the variables of a Compose project and what names its files are told only where there is one.
            OracleException.Demand(
                ComposeFileNames.IsEnvironment(file.Path) || ComposeDiscovery.IsContainer(file.Path) || SeedKinds.IsHelm(new FuzzInput([file])) || judged.Linked[judged.Read.ToList().IndexOf(read)].Findings.Count >= read.Findings.Count(static finding => ReferenceEquals(finding.Rule, InputRules.NotText) || ReferenceEquals(finding.Rule, InputRules.SyntaxError)),
                "loss",
                "what was told of a file is lost when files are put together",
                () => file.Path);
        }

        // Behind all others, in a folder of its own, so that no pattern and no convention of names leads to it.
        var damaged = new FuzzFile("zz-damaged/zz-noise.yaml", [.. "apiVersion: v1\nkind: Pod\nmetadata: { name: "u8, 0, 0xFF, 0xC0, .. "\n"u8]);
        var beside = Judgement.Of([.. judged.Files, damaged], needs, cancellationToken);
        var (before, after) = (judged.Result.Findings, beside.Result.Findings.Where(finding => finding.File != damaged.Path).ToList());
        OracleException.Demand(before.SequenceEqual(after), "loss", "a damaged file changes what is said of others", () => string.Join('\n', Lines(before).Except(Lines(after)).Concat(Lines(after).Except(Lines(before)))));
        OracleException.Demand(beside.Result.Findings.Count == after.Count + 1, "silence", "the damaged file is not told", () => string.Join('\n', Lines(beside.Result.Findings)));
    }

    private static IEnumerable<string> Lines(IEnumerable<Finding> findings) => findings.Select(static finding => $"{finding.File} {finding.Start} {finding.Rule.Id} {finding.Message}");
}
