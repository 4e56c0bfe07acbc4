using System.Text.Json;
using IsolationModel.Conformance.FrontEnds;
using IsolationModel.Conformance.Samples;

namespace IsolationModel.Conformance.PublicDescriptors;

/// <summary>A baseline knows again everything that it was made of.</summary>
public sealed class BaselineTests
{
    public static TheoryData<string> SampleFolders => new(
        Directory.EnumerateDirectories(Repository.PathOf(SampleShop.Folder)).Select(folder => Path.GetFileName(folder)).Append(".").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(SampleFolders))]
    public void A_folder_of_samples_is_clean_against_its_own_baseline(string folder) => Expect(Repository.PathOf(SampleShop.Folder), [folder]);

    [Fact]
    public void The_corpus_is_clean_against_its_own_baseline()
    {
        PublicCorpus.SkipIfAbsent();
        Expect(Repository.Corpus!, [".", "--need", "untrusted-code"]);
    }

    private static void Expect(string folder, string[] args)
    {
        var output = Directory.CreateTempSubdirectory("isolation-baseline-");
        try
        {
            var baseline = Path.Combine(output.FullName, "baseline.json");
            var (_, plain) = CommandLineFrontEnd.Check(folder, [.. args, "--format", "json"]);
            Assert.Equal(0, CommandLineFrontEnd.Check(folder, [.. args, "--write-baseline", baseline]).Code);
            var (code, report) = CommandLineFrontEnd.Check(folder, [.. args, "--baseline", baseline, "--format", "json"]);
            using var before = JsonDocument.Parse(plain);
            using var after = JsonDocument.Parse(report);
            var summary = after.RootElement.GetProperty("summary");
            Assert.Equal((0, 0), (code, after.RootElement.GetProperty("findings").GetArrayLength()));
            Assert.Equal(
                (before.RootElement.GetProperty("findings").GetArrayLength(), 0),
                (summary.GetProperty("inBaseline").GetInt32(), summary.GetProperty("goneFromBaseline").GetInt32()));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
