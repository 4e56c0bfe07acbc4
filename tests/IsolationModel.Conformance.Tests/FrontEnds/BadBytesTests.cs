using System.Text;
using IsolationModel.Descriptors;
using IsolationModel.Text;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>A file that is merely found and is no text: the compiler, the command line and the libraries tell it, or tell nothing.</summary>
public sealed class BadBytesTests
{
    [Theory]
    [InlineData("deploy.json", """{ "_comment": "für", "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "a" }, "spec": { "containers": [] } }""", true)]
    [InlineData("deploy.json", """{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "für" }, "spec": { "containers": [] } }""", true)]
    [InlineData("package.json", """{ "name": "für", "version": "1.0.0" }""", false)]
    [InlineData("daemon.json", """{ "_comment": "für", "runtimes": { "runsc": { "path": "/usr/bin/runsc" } } }""", true)]
    [InlineData("daemon.json", """{ "_comment": "für", "port": 80 }""", false)]
    [InlineData("legacy.env", "# für\nA=b\n", false)]
    [InlineData(".env", "# für\nA=b\n", false)]
    [InlineData("devcontainer.json", """{ "name": "für", "image": "a" }""", false)]
    [InlineData("words.yaml", "für: 1\n", true)]
    public async Task All_tell_the_same_of_it(string name, string text, bool isTold)
    {
        var input = new ExampleInput(name, Encoding.Latin1.GetBytes(text));
        Assert.Null(TextDecoder.Decode(input.Bytes!, input.Bytes!.Length, out var invalidAt));
        var file = DescriptorReader.NotText(name, input.Bytes, input.Bytes.Length, invalidAt, DescriptorPatterns.Match(name)!.Value, TestContext.Current.CancellationToken);
        var expected = DescriptorLinker.Link([file], cancellationToken: TestContext.Current.CancellationToken).SelectMany(static linked => linked.Findings).Select(CoreFrontEnd.Observe).ToList();

        Assert.Equal(isTold ? ["ISM9003"] : [], expected.Select(static finding => finding.RuleId));
        Assert.Equal(expected, await new AnalyzerFrontEnd().Judge(input));
        Assert.Equal(expected, Check(input));
    }

    /// <summary>The folder is searched: what is named is expected to be a descriptor.</summary>
    private static IReadOnlyList<ObservedFinding> Check(ExampleInput input)
    {
        var folder = Directory.CreateTempSubdirectory("isolation-conformance-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "neutral.yaml"), "apiVersion: v1\nkind: Service\nmetadata:\n  name: neutral\n");
            File.WriteAllBytes(Path.Combine(folder, input.FileName), input.Bytes!);
            var (_, report) = CommandLineFrontEnd.Check(folder, [".", "--format", "json"]);
            using var document = System.Text.Json.JsonDocument.Parse(report);
            return [.. document.RootElement.GetProperty("findings").EnumerateArray().Select(CommandLineFrontEnd.Observe)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
