using IsolationModel.Conformance.FrontEnds;

namespace IsolationModel.Conformance.Samples;

/// <summary>The kustomizations of the shop, through every front end: they are put together from the same files in the same way.</summary>
public sealed class SampleGraphTests
{
    [Fact]
    public async Task All_front_ends_render_the_same_graph()
    {
        var expected = await new CoreFrontEnd().Judge(Graph());
        var finding = Assert.Single(expected);
        Assert.Equal(("ISM1001", 12, 15), (finding.RuleId, finding.Line, finding.Column));
        Assert.StartsWith("Deployment shop/mailer of overlays/dev needs 'untrusted-code'", finding.Message, StringComparison.Ordinal);
        Assert.Equal(expected, await new AnalyzerFrontEnd().Judge(Graph()));
        Assert.Equal(expected, await new CommandLineFrontEnd().Judge(Graph()));
    }

    /// <summary>The files, and the class that they use, which stands with another workload.</summary>
    private static ExampleInput Graph()
    {
        string[] files =
        [
            "cluster/namespaces.yaml",
            "workers/thumbnails.yaml",
            "kustomize/base/kustomization.yaml",
            "kustomize/base/mail.yaml",
            "kustomize/overlays/dev/kustomization.yaml",
            "kustomize/overlays/prod/digest.yaml",
            "kustomize/overlays/prod/kustomization.yaml",
        ];
        var inputs = files.Select(file => ExampleInput.OfText(file, Text(file))).ToList();
        return inputs[0] with { Others = inputs[1..] };
    }

    /// <summary>The workload beside the class has a finding of its own, which is not the graph's.</summary>
    private static string Text(string file)
    {
        var text = Repository.Read($"{SampleShop.Folder}/{file}");
        return file.StartsWith("workers/", StringComparison.Ordinal) ? text[..text.IndexOf("\n---", StringComparison.Ordinal)] : text;
    }
}
