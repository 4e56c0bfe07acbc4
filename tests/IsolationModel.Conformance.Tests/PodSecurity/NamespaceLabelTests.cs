using IsolationModel.Findings;

namespace IsolationModel.Conformance.PodSecurity;

/// <summary>Labels of namespaces that admission enforces are needs of the pods in them (k8s.io/pod-security-admission, api/constants.go and api/helpers.go).</summary>
public sealed class NamespaceLabelTests
{
    private const string Pod = """

        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: shop
          namespace: web
        spec:
          containers:
            - name: app
              image: registry.example/app:1
              securityContext:
                privileged: true
                procMount: Default
                allowPrivilegeEscalation: true
        """;

    [Theory]
    [InlineData("enforce: baseline", "pod-security:baseline", "privileged")]
    [InlineData("enforce: restricted, enforce-version: v1.7", "pod-security:restricted@v1.7", "privileged,runAsNonRoot")]
    [InlineData("enforce: restricted, enforce-version: v1.8", "pod-security:restricted@v1.8", "allowPrivilegeEscalation,privileged,runAsNonRoot")]
    [InlineData("enforce: restricted, enforce-version: latest", "pod-security:restricted@latest", "allowPrivilegeEscalation,capabilities_restricted,privileged,runAsNonRoot,seccompProfile_restricted")]
    [InlineData("enforce-version: v1.8, enforce: \"restricted\"", "pod-security:restricted@v1.8", "allowPrivilegeEscalation,privileged,runAsNonRoot")]
    [InlineData("enforce: baseline, enforce-version: v1.999", "pod-security:baseline@v1.999", "privileged")]
    [InlineData("enforce: baseline, warn: restricted, audit: restricted", "pod-security:baseline", "privileged")]
    public void What_is_enforced_is_a_need(string labels, string need, string controls)
    {
        var findings = Judge(Space("web", labels) + Pod);
        Assert.All(findings, finding => Assert.Equal(("ISM2002", need), (finding.Rule.Id, finding.Need)));
        Assert.Equal(controls.Split(','), findings.Select(finding => finding.Control!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("web", "enforce: privileged")]
    [InlineData("web", "warn: restricted, warn-version: v1.30")]
    [InlineData("web", "audit: restricted, audit-version: latest")]
    [InlineData("web", "enforce-version: v1.30")]
    [InlineData("web", "Enforce: restricted")]
    [InlineData("shop", "enforce: restricted")]
    [InlineData("Web", "enforce: restricted")]
    public void What_is_not_enforced_or_enforced_elsewhere_is_none(string space, string labels) => Assert.Empty(Judge(Space(space, labels) + Pod));

    [Theory]
    [InlineData("enforce: «Baseline»")]
    [InlineData("enforce: «base»")]
    [InlineData("enforce: «\"\"»")]
    [InlineData("enforce: restricted, enforce-version: «1.30»")]
    [InlineData("enforce: restricted, enforce-version: «v1.08»")]
    [InlineData("enforce: restricted, enforce-version: «newest»")]
    [InlineData("enforce: restricted, enforce-version: «\"v2.0\"»")]
    [InlineData("enforce: restricted, enforce-version: «v1»")]
    public void A_level_or_version_that_admission_refuses_is_an_error_at_its_place(string labels)
    {
        var text = Space("web", labels) + Pod;
        var finding = Assert.Single(Judge(text));
        Assert.Equal((FindingSeverity.Error, Marks.RangeIn(text)), (finding.Severity, finding.Range));
    }

    [Fact]
    public void The_namespace_may_stand_in_another_file()
    {
        var findings = Admission.Judge([Admission.Read(Pod, "deploy/pod.yaml"), Admission.Read(Space("web", "enforce: baseline"), "deploy/space.yaml")], null);
        var finding = Assert.Single(findings);
        Assert.Equal(("privileged", "deploy/pod.yaml"), (finding.Control, finding.File));
    }

    [Fact]
    public void A_need_of_the_run_and_one_of_the_namespace_hold_together()
    {
        var findings = Admission.Judge(Admission.Read(Space("web", "enforce: baseline") + Pod), "pod-security:restricted@v1.8");
        Assert.Equal(
            ["pod-security:baseline privileged", "pod-security:restricted@v1.8 allowPrivilegeEscalation", "pod-security:restricted@v1.8 privileged", "pod-security:restricted@v1.8 runAsNonRoot"],
            findings.Select(finding => $"{finding.Need} {finding.Control}").Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<Finding> Judge(string text) => Admission.Judge(Admission.Read(text), null);

    private static string Space(string name, string labels) =>
        $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {name}\n  labels:\n"
        + string.Concat(labels.Split(", ").Select(label => $"    pod-security.kubernetes.io/{label}\n"));
}
