using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Docker;

/// <summary>How a service declares what it needs, and what it accepts.</summary>
public sealed class ContainerNeedTests
{
    [Theory]
    [InlineData("x-isolation: untrusted-code, startup < 1 s", "Needs Template 'untrusted-code, startup < 1 s'")]
    [InlineData("x-isolation: { needs: untrusted-code }", "Needs Template 'untrusted-code'")]
    [InlineData("x-isolation: { needs: [untrusted-code, windows] }", "Needs Template 'untrusted-code'|Needs Template 'windows'")]
    [InlineData("x-isolation: { level: high, scenario: multi-tenant }", "Level Template 'high'|Scenario Template 'multi-tenant'")]
    [InlineData("x-isolation: { level: medium, accept-weaker: 'no data here' }", "Level Template 'medium' (no data here)")]
    [InlineData("x-isolation: { isolationmodel.dev/needs: untrusted-code }", "Needs Template 'untrusted-code'")]
    [InlineData("x-isolation: { disable: 'ISM1001 -- known' }", "")]
    [InlineData("x-isolation:", "")]
    [InlineData("x-isolation: { need: untrusted-code }", "UnknownKey Template ''")]
    [InlineData("x-other: untrusted-code", "")]
    [InlineData("labels: { isolationmodel.dev/needs: untrusted-code }", "Needs Template 'untrusted-code'")]
    [InlineData("labels: [isolationmodel.dev/needs=untrusted-code]", "Needs Template 'untrusted-code'")]
    [InlineData("labels: ['isolationmodel.dev/needs=startup<1s']", "Needs Template 'startup<1s'")]
    [InlineData("annotations: { isolationmodel.dev/level: high }", "Level Template 'high'")]
    [InlineData("deploy: { labels: { isolationmodel.dev/level: high } }", "Level Template 'high'")]
    [InlineData("labels: [isolationmodel.dev/nedes=x]", "UnknownKey Template 'x'")]
    public void A_service_declares_needs(string service, string expected) => Assert.Equal(expected, Shown(DockerSample.Text(service)));

    [Fact]
    public void The_file_declares_needs_of_all_its_services() =>
        Assert.Equal("Level Object 'high'|Needs Template 'untrusted-code'", Shown(DockerSample.Text("x-isolation: untrusted-code", "x-isolation: { level: high }")));

    [Theory]
    [InlineData("x-isolation: untrusted-code", "untrusted-code")]
    [InlineData("x-isolation: { needs: \"untrusted-code\" }", "untrusted-code")]
    [InlineData("labels: [isolationmodel.dev/needs=untrusted-code]", "untrusted-code")]
    [InlineData("labels: [\"isolationmodel.dev/needs=untrusted-code\"]", "untrusted-code")]
    public void A_part_of_a_declaration_has_its_own_place(string service, string part)
    {
        var text = DockerSample.Text(service);
        var need = Assert.Single(DockerSample.Read(text).Needs);
        Assert.Equal(part, DockerSample.At(text, need.RangeOf(0, need.Text.Length)));
    }

    [Theory]
    [InlineData("x-isolation: { needs: untrusted-code, disable: \"ISM1001 -- a known debt\" }")]
    [InlineData("x-isolation: untrusted-code|labels: { isolationmodel.dev/disable: \"ISM1001 -- a known debt\" }")]
    [InlineData("x-isolation: untrusted-code|labels: [\"isolationmodel.dev/disable=ISM1001 -- a known debt\"]")]
    [InlineData("x-isolation: untrusted-code|annotations: { isolationmodel.dev/disable: \"ISM1001 -- a known debt\" }")]
    public void A_service_suppresses_findings_in_itself(string service)
    {
        Assert.Empty(DockerSample.Judge(DockerSample.Text(service)));
        Assert.Equal(["ISM1001"], DockerSample.Judge(DockerSample.Text(service.Replace("ISM1001", "ISM2003", StringComparison.Ordinal))).Select(finding => finding.Rule.Id).Where(id => id == "ISM1001"));
    }

    [Fact]
    public void A_suppression_that_cannot_be_followed_is_told() =>
        Assert.Contains(DockerSample.Judge(DockerSample.Text("x-isolation: { disable: ISM1001 }")), finding => finding.Rule.Id == "ISM1104");

    private static string Shown(string text) => string.Join('|', DockerSample.Read(text).Needs.Select(need =>
        $"{need.Carrier} {need.Scope} '{need.Text}'{(need.AcceptsWeaker is null ? string.Empty : $" ({need.AcceptsWeaker})")}"));
}
