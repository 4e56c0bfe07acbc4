namespace IsolationModel.Conformance.Fixes;

/// <summary>What the fixes of the Pod Security rules make of manifests in the styles in which people write them.</summary>
public sealed class RestrictedFixTests
{
    private const string Need = "pod-security:restricted";

    /// <summary>Manifest, and the manifest after all fixes. Each ends without findings.</summary>
    public static TheoryData<string, string, string> Manifests => new()
    {
        {
            "a line a field",
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
            spec:
              hostPID: true # why?
              containers:
                # The web.
                - name: web # its name
                  image: web:1
            """,
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
            spec:
              hostPID: false # why?
              containers:
                # The web.
                - name: web # its name
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities:
                      drop: ["ALL"]
                    runAsNonRoot: true
                    seccompProfile:
                      type: RuntimeDefault
                  image: web:1
            """
        },
        {
            "a context that lacks fields, and words to change",
            """
            apiVersion: v1
            kind: Pod
            metadata: { name: web }
            spec:
              securityContext:
                runAsNonRoot: true
              containers:
              - image: web:1
                name: web
                securityContext:
                  # Old.
                  procMount: Unmasked
                  allowPrivilegeEscalation: yes
                  capabilities:
                    drop:
                    # Not all.
                    - NET_RAW
                  seccompProfile: { type: 'Unconfined' }
            """,
            """
            apiVersion: v1
            kind: Pod
            metadata: { name: web }
            spec:
              securityContext:
                runAsNonRoot: true
              containers:
              - image: web:1
                name: web
                securityContext:
                  # Old.
                  procMount: Default
                  allowPrivilegeEscalation: false
                  capabilities:
                    drop:
                    # Not all.
                    - ALL
                    - NET_RAW
                  seccompProfile: { type: 'RuntimeDefault' }
            """
        },
        {
            "braces",
            """
            apiVersion: v1
            kind: Pod
            metadata: { name: web }
            spec: { containers: [{ name: web, image: web:1 }, { name: side, image: side:1, securityContext: {} }] }
            """,
            """
            apiVersion: v1
            kind: Pod
            metadata: { name: web }
            spec: { containers: [{ securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] }, runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }, name: web, image: web:1 }, { name: side, image: side:1, securityContext: {allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] }, runAsNonRoot: true, seccompProfile: { type: RuntimeDefault }} }] }
            """
        },
        {
            "JSON",
            """
            { "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "web" },
              "spec": { "hostIPC": true, "containers": [
                { "name": "web", "securityContext": { "runAsNonRoot": false, "capabilities": { "drop": [] } } } ] } }
            """,
            """
            { "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "web" },
              "spec": { "hostIPC": false, "containers": [
                { "name": "web", "securityContext": { "allowPrivilegeEscalation": false, "seccompProfile": { "type": "RuntimeDefault" }, "runAsNonRoot": true, "capabilities": { "drop": ["ALL"] } } } ] } }
            """
        },
        {
            "every sort of container, capabilities that are added only",
            """
            apiVersion: batch/v1
            kind: Job
            metadata: { name: web }
            spec:
              template:
                spec:
                  securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
                  initContainers:
                  - name: setup
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities:
                        add: [NET_BIND_SERVICE]
                  containers:
                  - name: web
                    securityContext: { allowPrivilegeEscalation: false }
            """,
            """
            apiVersion: batch/v1
            kind: Job
            metadata: { name: web }
            spec:
              template:
                spec:
                  securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
                  initContainers:
                  - name: setup
                    securityContext:
                      allowPrivilegeEscalation: false
                      capabilities:
                        drop: ["ALL"]
                        add: [NET_BIND_SERVICE]
                  containers:
                  - name: web
                    securityContext: { capabilities: { drop: ["ALL"] }, allowPrivilegeEscalation: false }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Fixes_make_a_pod_restricted(string style, string before, string after)
    {
        Assert.NotEmpty(style);
        var run = new FixRun(Overlay: null);
        Assert.Equal(after, run.FixAll(before, Need).Text);
        Assert.Empty(run.Judge(after, Need));
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Line_ends_stay_what_they_are(string style, string before, string after)
    {
        Assert.NotEmpty(style);
        Assert.Equal(after.ReplaceLineEndings("\r\n"), new FixRun(Overlay: null).FixAll(before.ReplaceLineEndings("\r\n"), Need).Text);
    }

    /// <summary>What stands elsewhere, or is no place for a field, is not edited on a guess.</summary>
    [Theory]
    [InlineData("containers: [*web]")]
    [InlineData("containers: [{ <<: *web }]")]
    [InlineData("containers: [{ name: web, securityContext: *context, image: web:1 }]")]
    public void What_an_alias_leads_to_is_left_alone(string containers)
    {
        var text = $"""
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              annotations:
                x-web: &web {"{ image: web:1 }"}
                x-context: &context {"{ privileged: true }"}
            spec: {"{"} {containers} {"}"}
            """;
        Assert.All(new FixRun(Overlay: null).Judge(text, Need).Where(finding => finding.Rule.Id == "ISM2002"), finding => Assert.Empty(finding.Edits));
    }

    /// <summary>The API server refuses the fields of Linux for a pod of Windows.</summary>
    [Fact]
    public void A_pod_of_Windows_gets_no_fields_of_Linux()
    {
        const string text = "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  os: { name: windows }\n  containers:\n  - name: web\n";
        Assert.Equal(
            text.TrimEnd('\n') + "\n    securityContext:\n      runAsNonRoot: true\n",
            new FixRun(Overlay: null).FixAll(text, Need).Text);
    }
}
