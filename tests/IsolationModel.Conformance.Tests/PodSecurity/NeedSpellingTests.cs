using IsolationModel.Findings;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>Spellings of levels and versions.</summary>
public sealed class NeedSpellingTests
{
    private static readonly string Pod = SamplePod.Write(
        PodOwner.Pod,
        ContainerKind.Main,
        new FieldEdit(Place.PodContext, "sysctls: [{ name: net.ipv4.tcp_rmem, value: '1' }, { name: net.ipv4.tcp_notsent_lowat, value: '1' }]"),
        new FieldEdit(Place.Context, "runAsUser: 0"));

    [Theory]
    [InlineData("pod-security:restricted", "pod-security:restricted", 0, true)]
    [InlineData("pod-security:restricted@latest", "pod-security:restricted@latest", 0, true)]
    [InlineData("pod-security:restricted@v1.37", "pod-security:restricted@v1.37", 0, true)]
    [InlineData("pod-security:restricted@v1.38", "pod-security:restricted@v1.38", 0, true)]
    [InlineData("pod-security:restricted@1.999", "pod-security:restricted@v1.999", 0, true)]
    [InlineData("pod-security:restricted@v1.36", "pod-security:restricted@v1.36", 1, true)]
    [InlineData("pod-security:restricted@v1.31", "pod-security:restricted@v1.31", 2, true)]
    [InlineData("pod-security:restricted@1.31", "pod-security:restricted@v1.31", 2, true)]
    [InlineData(" pod-security : restricted @ 1.22 ", "pod-security:restricted@v1.22", 2, false)]
    [InlineData("pod-security:baseline", "pod-security:baseline", 0, false)]
    [InlineData("pod-security:baseline@1.0", "pod-security:baseline@v1.0", 2, false)]
    public void Versions_may_be_written_in_several_ways(string need, string shown, int sysctls, bool isUserForbidden)
    {
        var findings = Admission.Judge(Admission.Read(Pod), need);
        Assert.All(findings, finding => Assert.Equal(("ISM2002", shown), (finding.Rule.Id, finding.Need)));
        Assert.Equal((sysctls, isUserForbidden ? 1 : 0), (findings.Count(finding => finding.Control == "sysctls"), findings.Count(finding => finding.Control == "runAsUser")));
    }

    [Theory]
    [InlineData("pod-security")]
    [InlineData("pod-security:")]
    [InlineData("pod-security:strict")]
    [InlineData("pod-security:Restricted")]
    [InlineData("pod-security:restricted@")]
    [InlineData("pod-security:restricted@30")]
    [InlineData("pod-security:restricted@v30")]
    [InlineData("pod-security:restricted@v2.0")]
    [InlineData("pod-security:restricted@2.1")]
    [InlineData("pod-security:restricted@v1")]
    [InlineData("pod-security:restricted@v1.x")]
    [InlineData("pod-security:restricted@1.030")]
    [InlineData("pod-security:restricted@v1.-1")]
    [InlineData("pod-security:restricted@v1.30.1")]
    [InlineData("pod-security:restricted@Latest")]
    public void Anything_else_is_an_error(string need)
    {
        var findings = Admission.Judge(Admission.Read(Pod), need);
        Assert.Equal(FindingSeverity.Error, Assert.Single(findings).Severity);
    }

    [Theory]
    [InlineData("«pod-security:base»")]
    [InlineData("pod-security:baseline, «pod-security:restricted@v2»")]
    public void In_an_annotation_the_error_stands_on_the_need(string needs)
    {
        var text = SamplePod.Write(PodOwner.Pod, ContainerKind.Main, new FieldEdit(Place.Annotation, $"isolationmodel.dev/needs: {needs}"));
        Assert.Equal(Marks.RangeIn(text), Assert.Single(Admission.Judge(Admission.Read(text), null)).Range);
    }

    [Theory]
    [InlineData("v1.21", "capabilities_baseline")]
    [InlineData("v1.22", "capabilities_restricted")]
    public void An_annotation_of_the_template_asks_as_the_command_line_does(string version, string control)
    {
        var text = SamplePod.Write(
            new PodOwner("apps/v1", "Deployment", "spec", "template"),
            ContainerKind.Main,
            new FieldEdit(Place.Annotation, $"isolationmodel.dev/needs: pod-security:restricted@{version}"),
            new FieldEdit(Place.Context, "capabilities: { drop: [ALL], add: [BPF] }"));
        Assert.Equal(control, Assert.Single(Admission.Judge(Admission.Read(text), null)).Control);
    }
}
