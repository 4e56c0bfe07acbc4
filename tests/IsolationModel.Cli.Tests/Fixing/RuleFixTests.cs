using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Fixing;

/// <summary>What the fixes of single rules make of a file, and what they leave alone.</summary>
public sealed class RuleFixTests
{
    private const string Classes = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: machine }\nhandler: kata-qemu\n---\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandbox }\nhandler: runsc\n---\n";
    private const string Selective = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandbox }\nhandler: runsc\nscheduling: { nodeSelector: { pool: sandboxed } }\n---\n";
    private const string Head = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n";

    public static TheoryData<string, string, string> Suppressions => new()
    {
        { "a comment of its own goes with its line", "spec:\n  # isolation: disable ISM1001 -- later\n  containers: []\n", "spec:\n  containers: []\n" },
        { "one behind a field goes with the blanks in front of it", "spec:\n  containers: []  # isolation: disable ISM1001 -- later\n", "spec:\n  containers: []\n" },
        { "what another comment says stays", "spec:\n  containers: [] # none # isolation: disable ISM1001 -- later\n", "spec:\n  containers: [] # none\n" },
        { "so do line ends", "spec:\r\n  # isolation: disable ISM1001 -- later\r\n  containers: []\r\n", "spec:\r\n  containers: []\r\n" },
        { "several rules go one by one", "spec:\n  # isolation: disable ISM1001, ISM2001,ISM1005 -- later\n  containers: []", "spec:\n  containers: []" },
    };

    public static TheoryData<string, string, string> Annotations => new()
    {
        {
            "a rule that hides something stays",
            "  annotations:\n    isolationmodel.dev/needs: untrusted-code\n    isolationmodel.dev/disable: ISM2001, ISM1001 -- later\nspec:\n  containers: []\n",
            "  annotations:\n    isolationmodel.dev/needs: untrusted-code\n    isolationmodel.dev/disable: ISM1001 -- later\nspec:\n  containers: []\n"
        },
        {
            "the last rule goes with the annotation",
            "  annotations:\n    isolationmodel.dev/disable: \"ISM2001 -- later\"\n    owner: shop # who\nspec:\n  containers: []\n",
            "  annotations:\n    owner: shop # who\nspec:\n  containers: []\n"
        },
        {
            "one of several parts goes with its sign",
            "  annotations:\n    isolationmodel.dev/needs: untrusted-code\n    isolationmodel.dev/disable: \"ISM1001 -- later; ISM2001 -- never\"\nspec:\n  containers: []\n",
            "  annotations:\n    isolationmodel.dev/needs: untrusted-code\n    isolationmodel.dev/disable: \"ISM1001 -- later\"\nspec:\n  containers: []\n"
        },
        { "an annotation that is the only one stays, since nothing would be left", "  annotations:\n    isolationmodel.dev/disable: ISM2001 -- later\nspec:\n  containers: []\n", "" },
        { "and one with a comment behind it", "  annotations:\n    owner: shop\n    isolationmodel.dev/disable: ISM2001 -- later # why\nspec:\n  containers: []\n", "" },
        { "what ended and would hide something is for somebody to decide", "  annotations:\n    isolationmodel.dev/needs: untrusted-code\n    isolationmodel.dev/disable: ISM1001 until 2020-01-01 -- later\nspec:\n  containers: []\n", "" },
    };

    public static TheoryData<string, string, string> Settings => new()
    {
        {
            "the annotation that is not read",
            "  annotations:\n    isolationmodel.dev/level: low\n    container.apparmor.security.beta.kubernetes.io/a: runtime/default\nspec:\n  containers:\n    - name: a\n      securityContext: { appArmorProfile: { type: RuntimeDefault } }\n",
            "  annotations:\n    isolationmodel.dev/level: low\nspec:\n  containers:\n    - name: a\n      securityContext: { appArmorProfile: { type: RuntimeDefault } }\n"
        },
        {
            "a field that strengthens the pod",
            "  annotations: { isolationmodel.dev/level: low }\nspec:\n  containers:\n    - name: a\n      securityContext: { ReadOnlyRootFilesystem: true }\n",
            "  annotations: { isolationmodel.dev/level: low }\nspec:\n  containers:\n    - name: a\n      securityContext: { readOnlyRootFilesystem: true }\n"
        },
        { "not one that would weaken it", "  annotations: { isolationmodel.dev/level: low }\nspec:\n  containers:\n    - name: a\n      securityContext: { Privileged: true }\n", "" },
        { "nor one that gets it refused beside another", "  annotations: { isolationmodel.dev/level: low }\nspec:\n  containers:\n    - name: a\n      securityContext: { RunAsNonRoot: true, runAsUser: 0 }\n", "" },
        {
            "not a class that nobody knows",
            "  annotations: { isolationmodel.dev/level: low }\nspec:\n  RuntimeClassName: nobody\n  containers:\n    - name: a\n",
            ""
        },
        { "not a capability that nobody was given", "  annotations: { isolationmodel.dev/level: low }\nspec:\n  containers:\n    - name: a\n      securityContext: { capabilities: { add: [MKNODE] } }\n", "" },
    };

    [Theory]
    [MemberData(nameof(Suppressions))]
    [MemberData(nameof(Annotations))]
    public void A_suppression_of_nothing_is_taken_away(string what, string before, string after) => Verify(what, Head, before, after, "ISM1103");

    [Theory]
    [MemberData(nameof(Settings))]
    public void What_has_no_effect_is_mended_where_that_is_harmless(string what, string before, string after) => Verify(what, Head, before, after, "ISM2003,ISM2004");

    [Fact]
    public void Whoever_asks_for_the_nodes_of_a_runtime_gets_the_runtime() => Verify(
        "of two that suit, the one whose nodes are asked for",
        Classes + Head,
        "  annotations: { isolationmodel.dev/needs: untrusted-code }\nspec:\n  nodeSelector: { sandbox.gke.io/runtime: gvisor }\n  containers: []\n",
        "  annotations: { isolationmodel.dev/needs: untrusted-code }\nspec:\n  runtimeClassName: sandbox\n  nodeSelector: { sandbox.gke.io/runtime: gvisor }\n  containers: []\n",
        "ISM1001,ISM1006");

    [Theory]
    [InlineData("", true)]
    [InlineData("  nodeSelector: { pool: general }\n", false)]
    public void A_class_that_would_get_the_pod_refused_is_not_written(string selector, bool isWritten)
    {
        var before = $"  annotations: {{ isolationmodel.dev/needs: untrusted-code }}\nspec:\n{selector}  containers: []\n";
        Verify("the selectors of pod and class", Selective + Head, before, isWritten ? before.Replace("spec:\n", "spec:\n  runtimeClassName: sandbox\n", StringComparison.Ordinal) : string.Empty, "ISM1001");
    }

    [Fact]
    public void A_container_that_runs_as_root_is_not_told_that_it_must_not()
    {
        using var workspace = new Workspace().Add("a.yaml", Head + "  annotations: { isolationmodel.dev/needs: pod-security:restricted }\nspec:\n  containers:\n    - name: a\n      securityContext:\n        runAsUser: 0\n");
        workspace.Run("fix", "a.yaml");
        var text = File.ReadAllText(workspace.PathOf("a.yaml"));
        Assert.Contains("allowPrivilegeEscalation: false", text, StringComparison.Ordinal);
        Assert.DoesNotContain("runAsNonRoot", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ISM1004", workspace.Run("check", "a.yaml").Output, StringComparison.Ordinal);
    }

    private static void Verify(string what, string head, string before, string after, string rules)
    {
        using var workspace = new Workspace().Add("a.yaml", head + before);
        var run = workspace.Run("fix", "a.yaml", "--rule", rules);
        var text = File.ReadAllText(workspace.PathOf("a.yaml"));
        var expected = head + (after.Length > 0 ? after : before);
        Assert.True(text == expected, $"{what}:\n{run.Output}\n{text}");
    }
}
