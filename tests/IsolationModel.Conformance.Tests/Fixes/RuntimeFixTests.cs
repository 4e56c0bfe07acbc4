namespace IsolationModel.Conformance.Fixes;

/// <summary>What the fixes of runtime classes and of settings make of manifests.</summary>
public sealed class RuntimeFixTests
{
    private const string Class = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandboxed }\nhandler: runsc\n---\n";

    private const string Overlay = """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
          "names": { "runtimeClass": { "yes": { "technology": "gvisor" } } }
        }
        """;

    public static TheoryData<string, string> Picks => new()
    {
        { "spec:\n  containers: [{ name: api }]\n", "spec:\n  runtimeClassName: sandboxed\n  containers: [{ name: api }]\n" },
        { "spec:\n  # Why?\n  hostPID: false # no\n  containers: []\n", "spec:\n  # Why?\n  hostPID: false # no\n  runtimeClassName: sandboxed\n  containers: []\n" },
        { "spec: { containers: [] }\n", "spec: { runtimeClassName: sandboxed, containers: [] }\n" },
        { "spec:\n  runtimeClassName: null # none\n  containers: []\n", "spec:\n  runtimeClassName: sandboxed # none\n  containers: []\n" },
        { "spec:\n  runtimeClassName: ''\n  containers: []\n", "spec:\n  runtimeClassName: 'sandboxed'\n  containers: []\n" },
    };

    /// <summary>Setting, need, and the setting once it is taken back.</summary>
    public static TheoryData<string, string, string> Settings => new()
    {
        { "  hostPID: yes # debug\n  containers: []\n", "level:medium", "  hostPID: false # debug\n  containers: []\n" },
        { "  containers:\n  - name: api\n    securityContext: { privileged: true, seccompProfile: { type: RuntimeDefault } }\n", "level:medium", "  containers:\n  - name: api\n    securityContext: { privileged: false, seccompProfile: { type: RuntimeDefault } }\n" },
        { "  containers:\n  - name: api\n    securityContext: { seccompProfile: { type: \"Unconfined\" } }\n", "level:medium", "  containers:\n  - name: api\n    securityContext: { seccompProfile: { type: \"RuntimeDefault\" } }\n" },
        { "  containers:\n  - name: api\n    securityContext: { seccompProfile: { type: RuntimeDefault }, capabilities: { add: [CHOWN, SYS_MODULE, KILL] } }\n", "level:low", "  containers:\n  - name: api\n    securityContext: { seccompProfile: { type: RuntimeDefault }, capabilities: { add: [CHOWN, KILL] } }\n" },
        { "  containers:\n  - name: api\n    securityContext:\n      seccompProfile: { type: RuntimeDefault }\n      capabilities:\n        add:\n        - SYS_MODULE\n        - CHOWN\n", "level:low", "  containers:\n  - name: api\n    securityContext:\n      seccompProfile: { type: RuntimeDefault }\n      capabilities:\n        add:\n        - CHOWN\n" },
    };

    [Theory]
    [MemberData(nameof(Picks))]
    public void The_best_suited_class_of_the_run_is_picked(string spec, string mended)
    {
        const string head = Class + "apiVersion: v1\nkind: Pod\nmetadata: { name: api }\n";
        var run = new FixRun(Overlay: null);
        Assert.Equal(head + mended, run.FixAll(head + spec, "untrusted-code").Text);
        Assert.DoesNotContain(run.Judge(head + mended, "untrusted-code"), finding => finding.Rule.Id is "ISM1001" or "ISM1005");
        var crLf = (head + spec).ReplaceLineEndings("\r\n");
        Assert.Equal((head + mended).ReplaceLineEndings("\r\n"), run.FixAll(crLf, "untrusted-code").Text);
    }

    [Fact]
    public void A_class_that_may_not_exist_is_never_picked() => Assert.All(
        new FixRun(Overlay: null).Judge("apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec: { containers: [] }\n", "untrusted-code"),
        finding => Assert.Empty(finding.Edits));

    /// <summary>Without quotes, YAML would take the name for a boolean.</summary>
    [Fact]
    public void A_class_of_an_overlay_is_picked_and_quoted_where_that_is_needed() => Assert.Equal(
        "apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec: { runtimeClassName: \"yes\", containers: [] }\n",
        new FixRun(Overlay).FixAll("apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec: { containers: [] }\n", "untrusted-code").Text);

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_that_weakens_is_taken_back(string spec, string need, string mended)
    {
        const string head = "apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec:\n";
        var run = new FixRun(Overlay: null);
        Assert.Equal(head + mended, run.FixAll(head + spec, need).Text);
        Assert.DoesNotContain(run.Judge(head + mended, need), finding => finding.Rule.Id == "ISM2001");
    }
}
