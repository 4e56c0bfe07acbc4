using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>What Kubernetes passes over or refuses.</summary>
public sealed class PodFlawsTests
{
    private const string AppArmor = "container.apparmor.security.beta.kubernetes.io/main";

    /// <summary>A spec, and the key that has no effect; the fields' places are those of Kubernetes API core/v1 types.go.</summary>
    [Theory]
    [InlineData("  securityContext: { privileged: true }\n  containers: [ { name: main } ]", "privileged")]
    [InlineData("  securityContext: { capabilities: { drop: [ALL] } }\n  containers: [ { name: main } ]", "capabilities")]
    [InlineData("  securityContext: { allowPrivilegeEscalation: false }\n  containers: [ { name: main } ]", "allowPrivilegeEscalation")]
    [InlineData("  securityContext: { readOnlyRootFilesystem: true }\n  containers: [ { name: main } ]", "readOnlyRootFilesystem")]
    [InlineData("  securityContext: { procMount: Default }\n  containers: [ { name: main } ]", "procMount")]
    [InlineData("  containers: [ { name: main, securityContext: { fsGroup: 1 } } ]", "fsGroup")]
    [InlineData("  containers: [ { name: main, securityContext: { supplementalGroups: [1] } } ]", "supplementalGroups")]
    [InlineData("  containers: [ { name: main, securityContext: { sysctls: [] } } ]", "sysctls")]
    [InlineData("  initContainers: [ { name: main, securityContext: { hostUsers: false } } ]", "hostUsers")]
    [InlineData("  containers: [ { name: main, runAsNonRoot: true } ]", "runAsNonRoot")]
    [InlineData("  containers: [ { name: main, runtimeClassName: gvisor } ]", "runtimeClassName")]
    [InlineData("  runAsNonRoot: true\n  containers: [ { name: main } ]", "runAsNonRoot")]
    [InlineData("  RunAsNonRoot: true\n  containers: [ { name: main } ]", "RunAsNonRoot")] // the place matters more than the case
    [InlineData("  ephemeralContainers: [ { name: main, privileged: true } ]", "privileged")]
    public void A_field_in_the_wrong_place_has_no_effect(string spec, string key)
    {
        var text = Sample.Pod(spec);
        var flaw = Assert.Single(Sample.One(text).Flaws);
        Assert.Equal((FlawKind.NoEffect, key, null), (flaw.Kind, Sample.At(text, flaw.Range), flaw.Edit));
    }

    /// <summary>It had no effect so far; correcting it would weaken the pod, or get it refused.</summary>
    [Theory]
    [InlineData("  hostPid: true\n  containers: []")]
    [InlineData("  SecurityContext: { runAsNonRoot: true, supplementalGroups: [0] }\n  containers: []")]
    [InlineData("  HostUsers: false\n  hostNetwork: true\n  containers: []")]
    [InlineData("  containers: [ { name: main, securityContext: { Privileged: true } } ]")]
    [InlineData("  containers: [ { name: main, securityContext: { RunAsNonRoot: true, runAsUser: 0 } } ]")]
    [InlineData("  containers: [ { name: main, securityContext: { Capabilities: { add: [CHOWN] } } } ]")]
    public void A_key_in_the_wrong_case_that_would_not_strengthen_the_pod_is_told_only(string spec) =>
        Assert.All(Sample.One(Sample.Pod(spec)).Flaws, static flaw => Assert.Null(flaw.Edit));

    /// <summary>A spec, the key in a wrong case, and the spec once the edit is made.</summary>
    [Theory]
    [InlineData("  runtimeclassname: gvisor\n  containers: []", "  runtimeClassName: gvisor\n  containers: []")]
    [InlineData("  hostpid: false\n  containers: []", "  hostPID: false\n  containers: []")]
    [InlineData("  hostPid: false\n  containers: []", "  hostPID: false\n  containers: []")]
    [InlineData("  \"HostUsers\": false\n  containers: []", "  \"hostUsers\": false\n  containers: []")]
    [InlineData("  SecurityContext: { runAsNonRoot: true }\n  containers: []", "  securityContext: { runAsNonRoot: true }\n  containers: []")]
    [InlineData("  containers: [ { name: main, securityContext: { RunAsNonRoot: true } } ]", "  containers: [ { name: main, securityContext: { runAsNonRoot: true } } ]")]
    [InlineData("  containers: [ { name: main, securityContext: { Capabilities: { drop: [ALL] } } } ]", "  containers: [ { name: main, securityContext: { capabilities: { drop: [ALL] } } } ]")]
    public void A_key_in_the_wrong_case_has_no_effect_and_is_mended_by_one_edit(string spec, string mended)
    {
        var text = Sample.Pod(spec);
        var flaw = Assert.Single(Sample.One(text).Flaws);
        Assert.Equal(FlawKind.NoEffect, flaw.Kind);
        var edited = text.Remove(flaw.Edit!.Range.Start, flaw.Edit.Range.Length).Insert(flaw.Edit.Range.Start, flaw.Edit.NewText);
        Assert.Equal(Sample.Pod(mended), edited);
        Assert.Empty(Sample.One(edited).Flaws);
    }

    [Fact]
    public void A_key_that_stands_there_in_the_right_case_too_is_not_made_twice()
    {
        var flaw = Assert.Single(Sample.One(Sample.Pod("  hostpid: true\n  hostPID: false\n  containers: []")).Flaws);
        Assert.Null(flaw.Edit);
    }

    [Fact]
    public void What_an_alias_brings_is_told_where_the_alias_stands()
    {
        var text = Sample.Pod("  containers: [ { name: a, securityContext: &c { fsGroup: 1 } }, { name: b, securityContext: *c } ]");
        Assert.Equal(["fsGroup", "*c"], Sample.One(text).Flaws.Select(flaw => Sample.At(text, flaw.Range)));
    }

    /// <summary>An annotation, the spec beside it, and what becomes of the annotation.</summary>
    [Theory]
    // CHANGELOG-1.27: the seccomp annotations are read no more
    [InlineData("seccomp.security.alpha.kubernetes.io/pod: runtime/default", "  containers: [ { name: main } ]", FlawKind.NoEffect)]
    [InlineData("container.seccomp.security.alpha.kubernetes.io/main: localhost/x", "  containers: [ { name: main } ]", FlawKind.NoEffect)]
    [InlineData("seccomp.security.alpha.kubernetes.io/allowedProfileNames: '*'", "  containers: [ { name: main } ]", null)]
    // pkg/security/apparmor/helpers.go; validation.go: apparmor type in annotation and field must match
    [InlineData(AppArmor + ": runtime/default", "  containers: [ { name: main } ]", null)]
    [InlineData(AppArmor + ": runtime/default", "  containers: [ { name: main, securityContext: { appArmorProfile: { type: RuntimeDefault } } } ]", FlawKind.NoEffect)]
    [InlineData(AppArmor + ": runtime/default", "  securityContext: { appArmorProfile: { type: RuntimeDefault } }\n  containers: [ { name: main } ]", null)]
    [InlineData(AppArmor + ": unconfined", "  containers: [ { name: main, securityContext: { appArmorProfile: { type: RuntimeDefault } } } ]", FlawKind.Refused)]
    [InlineData(AppArmor + ": unconfined", "  securityContext: { appArmorProfile: { type: RuntimeDefault } }\n  containers: [ { name: main } ]", FlawKind.Refused)]
    [InlineData(AppArmor + ": localhost/a", "  containers: [ { name: main, securityContext: { appArmorProfile: { type: Localhost, localhostProfile: b } } } ]", FlawKind.Refused)]
    [InlineData(AppArmor + ": localhost/a", "  containers: [ { name: main, securityContext: { appArmorProfile: { type: Localhost, localhostProfile: a } } } ]", FlawKind.NoEffect)]
    [InlineData(AppArmor + ": '${P}'", "  containers: [ { name: main, securityContext: { appArmorProfile: { type: Localhost } } } ]", FlawKind.NoEffect)]
    public void Old_annotations_are_judged_beside_the_fields(string annotation, string spec, FlawKind? kind) =>
        Assert.Equal(kind is { } one ? [one] : [], Sample.One(Sample.Pod(spec, annotation)).Flaws.Select(flaw => flaw.Kind));

    /// <summary>A spec, and the text that is refused (kubernetes pkg/apis/core/validation/validation.go, where no other source is named).</summary>
    [Theory]
    [InlineData("  containers: [ { name: main, securityContext: { privileged: true, allowPrivilegeEscalation: false } } ]", "false")]
    [InlineData("  containers: [ { name: main, securityContext: { allowPrivilegeEscalation: false, capabilities: { add: [CAP_SYS_ADMIN] } } } ]", "false")]
    [InlineData("  containers: [ { name: main, securityContext: { allowPrivilegeEscalation: false, capabilities: { add: [SYS_ADMIN] } } } ]", "")] // this spelling slips through
    [InlineData("  containers: [ { name: main, securityContext: { allowPrivilegeEscalation: false, privileged: '${P}' } } ]", "")]
    [InlineData("  containers: [ { name: main, securityContext: { procMount: Unmasked } } ]", "Unmasked")]
    [InlineData("  hostUsers: true\n  containers: [ { name: main, securityContext: { procMount: Unmasked } } ]", "Unmasked")]
    [InlineData("  hostUsers: false\n  containers: [ { name: main, securityContext: { procMount: Unmasked } } ]", "")]
    [InlineData("  hostUsers: '${U}'\n  containers: [ { name: main, securityContext: { procMount: Unmasked } } ]", "")]
    [InlineData("  hostPID: true\n  shareProcessNamespace: yes\n  containers: []", "yes")]
    [InlineData("  hostPID: false\n  shareProcessNamespace: true\n  containers: []", "")]
    [InlineData("  hostUsers: no\n  hostPID: true\n  hostIPC: true\n  containers: []", "no")] // one finding for all of them
    [InlineData("  hostUsers: false\n  hostNetwork: true\n  containers: []", "false")]
    [InlineData("  hostUsers: true\n  hostNetwork: true\n  containers: []", "")]
    [InlineData("  hostUsers: false\n  containers: [ { name: main, volumeDevices: [ { name: v, devicePath: /dev/x } ] } ]", "volumeDevices")]
    [InlineData("  runtimeClassName:\n  containers: []", "")] // null is the default
    [InlineData("  containers: [ { name: a, securityContext: { windowsOptions: { hostProcess: true } } } ]", "true")]
    [InlineData("  hostNetwork: true\n  containers: [ { name: a, securityContext: { windowsOptions: { hostProcess: true } } } ]", "")]
    [InlineData("  hostNetwork: '${N}'\n  containers: [ { name: a, securityContext: { windowsOptions: { hostProcess: true } } } ]", "")]
    [InlineData("  hostNetwork: true\n  containers: [ { name: a, securityContext: { windowsOptions: { hostProcess: yes } } }, { name: b } ]", "yes")]
    [InlineData("  hostNetwork: true\n  securityContext: { windowsOptions: { hostProcess: true } }\n  containers: [ { name: a }, { name: b, securityContext: { windowsOptions: { hostProcess: no } } } ]", "no")]
    [InlineData("  hostNetwork: true\n  securityContext: { windowsOptions: { hostProcess: true } }\n  containers: [ { name: a }, { name: b } ]", "")]
    [InlineData("  containers: [ { name: a, securityContext: { windowsOptions: { hostProcess: false } } }, { name: b } ]", "")]
    // kubelet verifyRunAsNonRoot
    [InlineData("  securityContext: { runAsNonRoot: true }\n  containers: [ { name: main, securityContext: { runAsUser: 0 } } ]", "0")]
    [InlineData("  securityContext: { runAsNonRoot: true, runAsUser: 0 }\n  containers: [ { name: main, securityContext: { runAsUser: 5 } } ]", "")]
    // validateWindows, validateLinux
    [InlineData("  os: { name: windows }\n  containers: [ { name: main, securityContext: { privileged: false } } ]", "false")]
    [InlineData("  os: { name: windows }\n  containers: [ { name: main, securityContext: { capabilities: { drop: [ALL] } } } ]", "capabilities")]
    [InlineData("  os: { name: windows }\n  securityContext: { seccompProfile: { type: RuntimeDefault } }\n  containers: []", "seccompProfile")]
    [InlineData("  os: { name: windows }\n  securityContext: { fsGroup: 1 }\n  containers: []", "1")]
    [InlineData("  os: { name: windows }\n  hostUsers: true\n  containers: []", "true")]
    [InlineData("  os: { name: windows }\n  hostPID: true\n  containers: []", "true")]
    [InlineData("  os: { name: windows }\n  hostPID: false\n  containers: []", "")]
    [InlineData("  os: { name: windows }\n  securityContext: { runAsNonRoot: true }\n  containers: []", "")] // is for both
    [InlineData("  nodeSelector: { kubernetes.io/os: windows }\n  securityContext: { fsGroup: 1 }\n  containers: []", "")] // os.name alone gates
    [InlineData("  os: { name: linux }\n  securityContext: { windowsOptions: { runAsUserName: x } }\n  containers: []", "windowsOptions")]
    [InlineData("  securityContext: { windowsOptions: { runAsUserName: x } }\n  containers: []", "")]
    public void Parts_that_exclude_each_other_are_refused(string spec, string refused)
    {
        var text = Sample.Pod(spec);
        var flaws = Sample.One(text).Flaws;
        Assert.Equal(refused.Length == 0 ? [] : [refused], flaws.Select(flaw => Sample.At(text, flaw.Range)));
        Assert.All(flaws, flaw => Assert.Equal(FlawKind.Refused, flaw.Kind));
    }

    [Fact]
    public void Flaws_stand_in_document_order()
    {
        var text = Sample.Pod("  hostpid: true\n  securityContext: { privileged: true }\n  hostUsers: false\n  hostIPC: true\n  containers: [ { name: main, fsGroup: 1 } ]");
        Assert.Equal(["hostpid", "privileged", "false", "fsGroup"], Sample.One(text).Flaws.Select(flaw => Sample.At(text, flaw.Range)));
    }

    [Theory]
    [InlineData("  securityContext: {{ toYaml .Values.sc }}\n  containers: [ { name: main, securityContext: {{ toYaml .Values.c }} } ]")]
    [InlineData("  os: { name: windows }\n  securityContext: {{ toYaml .Values.sc }}\n  containers: {{ .Values.containers }}")]
    public void A_placeholder_has_no_flaw(string spec) => Assert.Empty(Sample.One(Sample.Pod(spec)).Flaws);
}
