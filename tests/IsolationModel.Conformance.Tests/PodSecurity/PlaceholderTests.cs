using IsolationModel.Findings;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>What a template fills in later is told as such (ISM1503), and never a violation.</summary>
public sealed class PlaceholderTests
{
    private const string Value = "\"{{ .Values.x }}\"";

    public static TheoryData<string, string, string> Fields() => new(
        ("Spec", $"hostPID: {Value}", "hostNamespaces"),
        ("Spec", $"hostNetwork: {Value}", "hostNamespaces"),
        ("Context", $"privileged: {Value}", "privileged"),
        ("Context", "privileged: ${PRIVILEGED}", "privileged"),
        ("Context", $"windowsOptions: {Value}", "windowsHostProcess"),
        ("PodContext", $"windowsOptions: {{ hostProcess: {Value} }}", "windowsHostProcess"),
        ("Context", $"capabilities: {{ drop: [ALL], add: [{Value}] }}", "capabilities_restricted"),
        ("Context", $"capabilities: {{ drop: [ALL], add: {Value} }}", "capabilities_restricted"),
        ("Context", $"capabilities: {{ drop: {Value} }}", "capabilities_restricted"),
        ("Context", $"capabilities: {{ drop: [{Value}] }}", "capabilities_restricted"),
        ("Context", $"capabilities: {Value}", "capabilities_restricted"),
        ("Spec", $"volumes: {Value}", "restrictedVolumes"),
        ("Spec", $"volumes: [{Value}]", "restrictedVolumes"),
        ("Spec", $"volumes: [{{ name: a, hostPath: {Value} }}]", "restrictedVolumes"),
        ("Spec", $"volumes: [{{ name: a, nfs: {Value} }}]", "restrictedVolumes"),
        ("Container", $"ports: {Value}", "hostPorts"),
        ("Container", $"ports: [{Value}]", "hostPorts"),
        ("Container", $"ports: [{{ containerPort: 80, hostPort: {Value} }}]", "hostPorts"),
        ("Annotation", $"container.apparmor.security.beta.kubernetes.io/app: {Value}", "appArmorProfile"),
        ("PodContext", $"appArmorProfile: {Value}", "appArmorProfile"),
        ("Context", $"appArmorProfile: {{ type: {Value} }}", "appArmorProfile"),
        ("Context", $"seLinuxOptions: {Value}", "seLinuxOptions"),
        ("PodContext", $"seLinuxOptions: {{ type: container_t, user: {Value} }}", "seLinuxOptions"),
        ("Context", $"procMount: {Value}", "procMount_restricted"),
        ("Context", $"seccompProfile: {Value}", "seccompProfile_restricted"),
        ("PodContext", $"seccompProfile: {{ type: {Value} }}", "seccompProfile_restricted"),
        ("PodContext", $"sysctls: {Value}", "sysctls"),
        ("PodContext", $"sysctls: [{Value}]", "sysctls"),
        ("PodContext", $"sysctls: [{{ name: {Value}, value: '1' }}]", "sysctls"),
        ("Container", $"livenessProbe: {Value}", "hostProbesAndHostLifecycle"),
        ("Container", $"lifecycle: {{ preStop: {{ httpGet: {Value} }} }}", "hostProbesAndHostLifecycle"),
        ("Container", $"startupProbe: {{ tcpSocket: {{ host: {Value} }} }}", "hostProbesAndHostLifecycle"),
        ("Context", $"allowPrivilegeEscalation: {Value}", "allowPrivilegeEscalation"),
        ("Context", $"runAsNonRoot: {Value}", "runAsNonRoot"),
        ("Context", $"runAsUser: {Value}", "runAsUser"),
        ("Container", $"securityContext: {Value}", null!));

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_placeholder_cannot_be_judged(string place, string field, string? control)
    {
        var findings = Admission.Judge(Admission.Read(SamplePod.Write(PodOwner.Pod, ContainerKind.Main, Edits(place, field))), "pod-security:restricted");
        var finding = Assert.Single(findings);
        Assert.Equal(("ISM1503", FindingSeverity.Info, control), (finding.Rule.Id, finding.Severity, finding.Control));
    }

    [Theory]
    [InlineData("containers")]
    [InlineData("initContainers")]
    [InlineData("ephemeralContainers")]
    public void Containers_that_are_a_placeholder_cannot_be_judged(string list)
    {
        var findings = Admission.Judge(Admission.Read($"apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\nspec:\n  {list}: {Value}\n"), "pod-security:restricted");
        Assert.Equal("ISM1503", Assert.Single(findings).Rule.Id);
    }

    [Fact]
    public void Annotations_that_are_a_placeholder_cannot_be_judged()
    {
        var text = $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\n  annotations: {Value}\nspec:\n  containers: []\n";
        var finding = Assert.Single(Admission.Judge(Admission.Read(text), "pod-security:baseline"), finding => finding.Rule.Id == "ISM1503");
        Assert.Equal("appArmorProfile", finding.Control);
    }

    [Theory]
    [InlineData("hostUsers: ${HOST_USERS}", "runAsUser: 0", "v1.34", "ISM2002")]
    [InlineData("hostUsers: ${HOST_USERS}", "runAsUser: 0", "v1.35", "ISM1503")]
    [InlineData("os: { name: \"${OS}\" }", "allowPrivilegeEscalation: true", "v1.24", "ISM2002")]
    [InlineData("os: { name: \"${OS}\" }", "allowPrivilegeEscalation: true", "v1.25", "ISM1503")]
    public void A_relaxation_that_is_a_placeholder_leaves_open_what_it_relaxes(string relaxation, string field, string version, string rule)
    {
        var file = Admission.Read(SamplePod.Write(PodOwner.Pod, ContainerKind.Main, new FieldEdit(Place.Spec, relaxation), new FieldEdit(Place.Context, field)));
        Assert.Equal(rule, Assert.Single(Admission.Judge(file, $"pod-security:restricted@{version}")).Rule.Id);
    }

    [Theory]
    [InlineData("Context", "capabilities: { drop: [\"{{ .Values.x }}\", ALL] }")]
    [InlineData("Annotation", "container.apparmor.security.beta.kubernetes.io/app: \"localhost/{{ .Values.x }}\"")]
    [InlineData("Container", "image: \"{{ .Values.image }}\"")]
    public void A_placeholder_that_changes_nothing_is_none(string place, string field) =>
        Assert.Empty(Admission.Judge(Admission.Read(SamplePod.Write(PodOwner.Pod, ContainerKind.Main, Edits(place, field))), "pod-security:restricted"));

    private static FieldEdit[] Edits(string place, string field) =>
        field.StartsWith("securityContext", StringComparison.Ordinal)
            ? [new FieldEdit(Place.Container, "-securityContext"), new FieldEdit(Place.Container, field), new FieldEdit(Place.Container, "tty: false")]
            : [new FieldEdit(Enum.Parse<Place>(place), field)];
}
