namespace IsolationModel.Conformance.PodSecurity;

/// <summary>
/// In the network of the host the API server sets hostPort to containerPort where it is 0 or absent, in containers and init containers
/// (kubernetes/kubernetes, pkg/apis/core/v1/defaults.go, SetDefaults_Pod).
/// </summary>
public sealed class HostNetworkPortTests
{
    [Theory]
    [InlineData(ContainerKind.Main, "ports: [{ containerPort: «80» }]", true)]
    [InlineData(ContainerKind.Init, "ports: [{ containerPort: «80» }]", true)]
    [InlineData(ContainerKind.Sidecar, "ports: [{ name: http, containerPort: «80», hostPort: 0 }]", true)]
    [InlineData(ContainerKind.Main, "ports: [{ hostPort: null, containerPort: «80» }]", true)]
    [InlineData(ContainerKind.Main, "ports: [{ containerPort: 80, hostPort: «8080» }]", true)]
    [InlineData(ContainerKind.Ephemeral, "ports: [{ containerPort: 80, hostPort: «80» }]", true)]
    [InlineData(ContainerKind.Ephemeral, "ports: [{ containerPort: 80 }]", false)]
    [InlineData(ContainerKind.Main, "ports: [{ containerPort: 0 }]", false)]
    [InlineData(ContainerKind.Main, "ports: [{ name: http }]", false)]
    [InlineData(ContainerKind.Main, "ports: []", false)]
    public void A_port_of_a_container_is_a_port_of_the_host(ContainerKind kind, string ports, bool isHostPort)
    {
        var text = SamplePod.Write(PodOwner.Pod, kind, new FieldEdit(Place.Container, ports), new FieldEdit(Place.Spec, "hostNetwork: true"));
        foreach (var level in Admission.Levels)
        {
            var findings = Admission.Judge(Admission.Read(text), Admission.Need(level, Admission.Newest));
            Assert.Single(findings, finding => finding.Control == "hostNamespaces");
            Assert.Equal(isHostPort ? [Marks.RangeIn(text)] : [], findings.Where(finding => finding.Control != "hostNamespaces").Select(finding => finding.Range));
            Assert.All(findings, finding => Assert.Contains(finding.Control, new[] { "hostNamespaces", "hostPorts" }));
        }
    }

    [Theory]
    [InlineData("hostNetwork: false")]
    [InlineData("hostNetwork: null")]
    public void In_a_network_of_its_own_it_is_none(string network) =>
        Assert.Empty(Admission.Judge(
            Admission.Read(SamplePod.Write(PodOwner.Pod, ContainerKind.Main, new FieldEdit(Place.Container, "ports: [{ containerPort: 80 }]"), new FieldEdit(Place.Spec, network))),
            "pod-security:restricted"));

    [Fact]
    public void When_the_network_is_a_placeholder_the_port_cannot_be_told() =>
        Assert.Equal(
            ["hostNamespaces", "hostPorts"],
            Admission.Judge(
                Admission.Read(SamplePod.Write(PodOwner.Pod, ContainerKind.Main, new FieldEdit(Place.Container, "ports: [{ containerPort: 80 }]"), new FieldEdit(Place.Spec, "hostNetwork: ${HOST}"))),
                "pod-security:baseline")
            .Select(finding => finding.Rule.Id == "ISM1503" ? finding.Control : finding.Rule.Id)
            .Order(StringComparer.Ordinal));
}
