using IsolationModel.Conformance.FrontEnds;

namespace IsolationModel.Conformance.Samples;

/// <summary>The shop that the quick start checks: it must go on showing what its comments say.</summary>
public sealed class SampleShopTests
{
    [Fact]
    public void Each_file_shows_what_it_says()
    {
        var shown = SampleShop.Evaluate().Findings.Select(finding => $"{finding.File[(SampleShop.Folder.Length + 1)..]} {finding.Rule.Id}");
        Assert.Equal(
            [
                "chart/templates/cart.yaml ISM9007",
                "compose/compose.yaml ISM1001",
                "kustomize/overlays/dev/kustomization.yaml ISM1001",
                "payments/ledger.yaml ISM1102",
                "storefront/api.yaml ISM1001",
                "storefront/recommendations.yaml ISM9006",
                "storefront/search.yaml ISM1501",
                "workers/import.yaml ISM1101",
                "workers/plugin-host.yaml ISM1001",
                "workers/reviews.yaml ISM1001",
                "workers/thumbnails.yaml ISM2001",
                "workers/video.yaml ISM1502",
            ],
            shown);
    }

    [Fact]
    public void The_overlay_of_the_shop_answers_what_was_open() => Assert.Equal(
        SampleShop.Evaluate().Findings.Select(finding => finding.File).Except(["tests/samples/storefront/search.yaml", "tests/samples/workers/video.yaml"]),
        SampleShop.Evaluate(withOverlay: true).Findings.Select(finding => finding.File));

    [Fact]
    public void The_command_line_reports_the_shop_as_before()
    {
        var (code, report) = CommandLineFrontEnd.Check(Repository.Root, [SampleShop.Folder]);
        Assert.Equal(1, code);
        Snapshot.Verify(report, "Samples/SampleShop.verified.txt");
    }
}
