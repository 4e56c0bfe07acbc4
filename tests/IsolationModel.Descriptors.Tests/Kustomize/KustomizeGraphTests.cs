using System.Globalization;
using System.Text;
using IsolationModel.Rules;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kustomize;

public sealed class KustomizeGraphTests
{
    private const string Classes = "apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: sandboxed }\nhandler: runsc\n";

    private const string Api = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: api
          annotations:
            isolationmodel.dev/needs: untrusted-code
        spec:
          template:
            spec:
              runtimeClassName: sandboxed
              containers:
                - name: api
                  image: example/api:1

        """;

    [Theory]
    [InlineData("a null in a patch file", "patches: [{ path: patch.yaml }]", "k/over/patch.yaml(4,47) ISM1001 null")]
    [InlineData("an inline merge", "patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: api }\n\n      spec: { template: { spec: { runtimeClassName: runc } } }\n", "k/over/kustomization.yaml(8,53) ISM1001 runc")]
    [InlineData("an inline operation", "patches:\n  - target: { kind: Deployment }\n    patch: |\n      - op: remove\n        path: /spec/template/spec/runtimeClassName\n", "k/over/kustomization.yaml(6,15) ISM1001 /spec/template/spec/runtimeClassName")]
    [InlineData("a quoted operation", "patches:\n  - target: { kind: Deployment }\n    patch: '[{\"op\": \"replace\", \"path\": \"/spec/template/spec/runtimeClassName\", \"value\": \"runc\"}]'\n", "k/over/kustomization.yaml(4,89) ISM1001 \"runc\"")]
    [InlineData("a folded patch has one place", "patches:\n  - target: { kind: Deployment }\n    patch: >\n      [{op: replace, path: /spec/template/spec/runtimeClassName, value: runc}]\n", "k/over/kustomization.yaml(4,12) ISM1001 >\\n      [{op: replace, path: /spec/template/spec/runtimeClassName, value: runc}]\\n\\n")]
    [InlineData("an inline strategic merge", "patchesStrategicMerge:\n  - |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: { name: api }\n    spec: { template: { spec: { runtimeClassName: runc } } }\n", "k/over/kustomization.yaml(7,51) ISM1001 runc")]
    public void A_patched_value_is_told_where_it_is_patched(string what, string patches, string expected)
    {
        Assert.NotEmpty(what);
        var run = Run($"resources: [../base]\n{patches}\n")
            .Add("k/over/patch.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { template: { spec: { runtimeClassName: null } } }\n");
        AssertFindings(run, expected);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Lines_of_an_inline_patch_are_found_whatever_ends_them(string end)
    {
        var text = "resources: [../base]\npatches:\n  - patch: |\n      apiVersion: apps/v1\n      kind: Deployment\n      # why\n\n      metadata:\n        name: api\n      spec:\n        template:\n          spec:\n            runtimeClassName: runc\n";
        AssertFindings(Run(text.Replace("\n", end, StringComparison.Ordinal)), "k/over/kustomization.yaml(13,31) ISM1001 runc");
    }

    [Fact]
    public void A_value_of_the_base_is_told_in_the_base()
    {
        var run = Run("resources: [../base]\npatches: [{ path: patch.yaml }]\n")
            .Add("k/over/patch.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { template: { spec: { containers: [{ name: api, volumeMounts: [{ name: v, mountPath: /v }] }] } } }\n");
        var files = run.Texts.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        files["k/base/api.yaml"] += "      volumes: [{ name: v, hostPath: { path: /etc } }]\n";
        var changed = new KustomizeRun();
        foreach (var (path, content) in files)
        {
            changed.Add(path, content);
        }

        AssertFindings(changed, "k/base/api.yaml(14,46) ISM2001 /etc");
    }

    [Fact]
    public void What_is_absent_is_told_at_the_key_of_the_base()
    {
        var run = new KustomizeRun()
            .Add("k/base/kustomization.yaml", "resources: [api.yaml]\n")
            .Add("k/base/api.yaml", Api.Replace("      runtimeClassName: sandboxed\n", string.Empty, StringComparison.Ordinal));
        AssertFindings(run, "k/base/api.yaml(9,5) ISM1001 spec");
    }

    [Fact]
    public void An_object_is_judged_as_it_is_rendered_and_counts_once()
    {
        var run = new KustomizeRun()
            .Add("k/base/api.yaml", Api.Replace("      runtimeClassName: sandboxed\n", string.Empty, StringComparison.Ordinal))
            .Add("k/base/classes.yaml", Classes)
            .Add("k/base/kustomization.yaml", "resources: [api.yaml, classes.yaml]\n")
            .Add("k/prod/kustomization.yaml", "resources: [../base]\nnamespace: shop\npatches: [{ target: { kind: Deployment }, patch: '[{op: add, path: /spec/template/spec/runtimeClassName, value: sandboxed}]' }]\n");
        var result = run.Evaluate();
        Assert.Empty(result.Findings);
        Assert.Equal(
            ["Deployment api at k/base/api.yaml(4)", "Deployment shop/api of prod at k/base/api.yaml(4)"],
            result.Workloads.Select(workload => $"{workload.Workload.DisplayName} at {workload.Place.File}({workload.Place.Start.Line})").Order(StringComparer.Ordinal));
        Assert.Equal((1, 0), (result.Summary.Workloads, result.Summary.Undetermined));
    }

    [Fact]
    public void Each_root_is_judged_and_told_by_its_name()
    {
        var run = new KustomizeRun()
            .Add("k/base/api.yaml", Api)
            .Add("k/base/classes.yaml", Classes)
            .Add("k/base/kustomization.yaml", "resources: [api.yaml, classes.yaml]\n")
            .Add("k/overlays/dev/kustomization.yaml", "resources: [../../base]\npatches: [{ target: { kind: Deployment }, patch: '[{op: remove, path: /spec/template/spec/runtimeClassName}]' }]\n")
            .Add("k/overlays/prod/kustomization.yaml", "resources: [../../base]\n");
        var finding = Assert.Single(run.Evaluate().Findings);
        Assert.Equal(("ISM1001", "Deployment api of overlays/dev", "k/overlays/dev/kustomization.yaml"), (finding.Rule.Id, finding.Workload, finding.File));
        Assert.Equal("k/base/api.yaml", Assert.Single(finding.Related).File);
    }

    [Fact]
    public void A_need_that_a_kustomization_gives_to_all_stands_in_the_kustomization()
    {
        var run = new KustomizeRun()
            .Add("k/base/api.yaml", Api.Replace("isolationmodel.dev/needs: untrusted-code", "note: x", StringComparison.Ordinal).Replace("      runtimeClassName: sandboxed\n", string.Empty, StringComparison.Ordinal))
            .Add("k/kustomization.yaml", "resources: [base/api.yaml]\ncommonAnnotations:\n  isolationmodel.dev/needs: untrusted-code\n");
        var finding = Assert.Single(run.Evaluate().Findings);
        Assert.Equal("ISM1001", finding.Rule.Id);
        var related = Assert.Single(finding.Related);
        Assert.Equal(("k/kustomization.yaml", 3, 29), (related.File, related.Start.Line, related.Start.Column));
    }

    [Fact]
    public void A_misspelt_need_of_a_kustomization_is_mended_where_it_stands()
    {
        const string misspelt = "resources: [base/api.yaml]\ncommonAnnotations:\n  isolationmodel.dev/needs: untrusted-cod\n";
        var run = new KustomizeRun().Add("k/base/api.yaml", Api).Add("k/kustomization.yaml", misspelt);
        var finding = Assert.Single(run.Evaluate().Findings, finding => finding.Rule.Id == "ISM1101");
        var edit = Assert.Single(finding.Edits);
        Assert.Equal("untrusted-cod", misspelt.Substring(edit.Range.Start, edit.Range.Length));
    }

    [Fact]
    public void The_documents_of_a_run_are_let_go() =>
        Assert.All(Run("resources: [../base]\n").Link(), file => Assert.Null(file.Source));

    [Fact]
    public void Without_a_kustomization_nothing_is_kept_and_nothing_changes()
    {
        Assert.False(DescriptorLinker.NeedsDocuments(["a/api.yaml", "kustomization.yaml.bak", "my-kustomization.yaml"]));
        var file = DescriptorReader.Read("api.yaml", Api, DescriptorExpectation.Expected, TestContext.Current.CancellationToken);
        Assert.Null(file.Source);
        IReadOnlyList<DescriptorFile> files = [file];
        Assert.Same(files, DescriptorLinker.Link(files, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("k/over/kustomization.yaml")]
    [InlineData("k/over/kustomization.yml")]
    [InlineData("k/over/Kustomization")]
    [InlineData(@"C:\shop\k\over\kustomization.yaml")]
    [InlineData("/shop/k/over/kustomization.yaml")]
    public void Paths_are_names_whatever_separates_them(string path)
    {
        var separator = path.Contains('\\', StringComparison.Ordinal) ? "\\" : "/";
        var root = path[..^("over/".Length + RunPathsName(path).Length)];
        var run = new KustomizeRun()
            .Add(path, "resources: [../base/./api.yaml, '..\\base\\classes.yaml']\npatches: [{ target: { kind: Deployment }, patch: '[{op: remove, path: /spec/template/spec/runtimeClassName}]' }]\n")
            .Add($"{root}base{separator}api.yaml", Api)
            .Add($"{root}base{separator}classes.yaml", Classes);
        var finding = Assert.Single(run.Evaluate().Findings);
        Assert.Equal((path, "Deployment api of over"), (finding.File, finding.Workload));
    }

    [Theory]
    [InlineData("resources: [../../../etc/passwd]", "'../../../etc/passwd' is not among the files")]
    [InlineData("resources: [/etc/passwd]", "'/etc/passwd' is not among the files")]
    [InlineData("resources: ['https://github.com/example/repo//base?ref=v1']", "'https://github.com/example/repo//base?ref=v1' is not among the files")]
    [InlineData("resources: [github.com/example/repo]", "'github.com/example/repo' is not among the files")]
    [InlineData("resources: [../base]\nhelmCharts: [{ name: x }]", "it has 'helmCharts', which is not followed")]
    [InlineData("resources: [../base]\nreplacements: [{ path: x }]", "it has 'replacements', which is not followed")]
    [InlineData("resources: [../base]\ngenerators: [x.yaml]", "it has 'generators', which is not followed")]
    [InlineData("resources: [../base]\npatches: [{ path: missing.yaml }]", "patch 'missing.yaml' is not among the files")]
    [InlineData("resources: [../base]\npatches: [{ patch: '{', target: { kind: Deployment } }]", "a patch in it is no YAML")]
    [InlineData("resources: [../base]\npatches: [{ patch: '[]', target: { name: 'a{2}' } }]", "the target of a patch is a pattern that is not understood")]
    [InlineData("resources: [../base, ../base]", "'../base' brings Deployment 'api', which is there already")]
    [InlineData("resources: [../over]", "it builds on itself")]
    [InlineData("resources: [../base]\ncomponents: [../base/api.yaml]", "'../base/api.yaml' is no folder of a component")]
    [InlineData("- a\n- b", "it is not one mapping that can be read")]
    public void What_cannot_be_rendered_is_told_where_a_need_reaches_it(string text, string reason)
    {
        var run = Run(text + "\n");
        var finding = Assert.Single(run.Evaluate("untrusted-code").Findings, finding => finding.Rule == InputRules.IsTemplate);
        Assert.Equal("k/over/kustomization.yaml", finding.File);
        Assert.Equal($"kustomization over is not rendered, because {reason}, so what it deploys is not judged; render it (kustomize build) and check the output", finding.Message);
        Assert.DoesNotContain(WithoutNeed(text).Evaluate().Findings, other => other.Rule == InputRules.IsTemplate);
    }

    /// <summary>A level of the Pod Security Standards is a need as well; a run that asks for it must not pass in silence.</summary>
    [Fact]
    public void What_cannot_be_rendered_is_told_for_a_level_of_the_Pod_Security_Standards_too() => Assert.Contains(
        Run("resources: [../base]\nhelmCharts: [{ name: x }]\n").Evaluate("pod-security:baseline").Findings,
        finding => finding.Rule == InputRules.IsTemplate);

    /// <summary>A fix changes the file in which its finding stands, whichever of the files that is.</summary>
    [Fact]
    public void Fixes_stand_in_the_file_of_their_finding()
    {
        var run = new KustomizeRun()
            .Add("base/kustomization.yaml", "resources: [pod.yaml]\n")
            .Add("base/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec:\n  containers:\n  - name: main\n    securityContext: { seccompProfile: { type: RuntimeDefault }, RunAsNonRoot: true, capabilities: { drop: [all] } }\n")
            .Add("over/kustomization.yaml", "resources: [../base]\npatches: [{ path: patch.yaml }]\n")
            .Add("over/patch.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec:\n  hostPID: true\n");
        var written = run.Evaluate("level:medium, pod-security:restricted").Findings
            .SelectMany(finding => finding.Edits.Select(edit => $"{finding.File} {finding.Rule.Id} {run.Texts[finding.File].Substring(edit.Range.Start, edit.Range.Length)} -> {edit.NewText}"))
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "base/pod.yaml ISM2002 all -> ALL",
                "base/pod.yaml ISM2003 RunAsNonRoot -> runAsNonRoot",
                "base/pod.yaml ISM2004 all -> ALL",
                "over/patch.yaml ISM2001 true -> false",
                "over/patch.yaml ISM2002 true -> false",
            ],
            written);
    }

    /// <summary>A patch has to name the container that it changes; what that container lacks is missing in the base.</summary>
    [Fact]
    public void What_a_patch_only_repeats_stands_where_it_was()
    {
        var run = new KustomizeRun()
            .Add("base/kustomization.yaml", "resources: [pod.yaml]\n")
            .Add("base/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec:\n  containers:\n  - name: main\n    image: a\n")
            .Add("over/kustomization.yaml", "resources: [../base]\npatches: [{ path: patch.yaml }]\n")
            .Add("over/patch.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec:\n  containers:\n  - name: main\n    image: b\n    securityContext: { privileged: true }\n");
        var places = run.Findings("pod-security:restricted");
        Assert.Contains("over/patch.yaml(8,36) ISM2002 true", places);
        Assert.Contains("over/patch.yaml(8,5) ISM2002 securityContext", places);

        var lacking = new KustomizeRun();
        foreach (var (path, text) in run.Texts)
        {
            lacking.Add(path, text.Replace("    securityContext: { privileged: true }\n", string.Empty, StringComparison.Ordinal));
        }

        Assert.All(lacking.Findings("pod-security:restricted"), place => Assert.StartsWith("base/pod.yaml(6,11) ISM2002 main", place, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_failed_kustomization_builds_on_stands_for_itself()
    {
        var run = Run("resources: [../base, 'https://example.com/remote']\n");
        var result = run.Evaluate();
        Assert.Equal(["Deployment api", "Deployment api of base"], result.Workloads.Select(workload => workload.Workload.DisplayName).Order(StringComparer.Ordinal));
        Assert.Equal(InputRules.IsTemplate, Assert.Single(result.Findings).Rule);
    }

    [Theory]
    [InlineData("spec: { template: { spec: { runtimeClassName: null } } }", "ISM2005 null")]
    [InlineData("spec: { template: { spec: { runtimeClassName: runc } } }", "ISM2005 runc")]
    [InlineData("spec: { template: { spec: { runtimeClassName: gvisor } } }", null)]
    [InlineData("spec: { template: { spec: { hostPID: true } } }", "ISM2005 true")]
    [InlineData("spec: { template: { spec: { hostNetwork: true } } }", "ISM2005 true")]
    [InlineData("spec: { template: { spec: { hostPID: false } } }", null)]
    [InlineData("spec: { template: { spec: { containers: [{ name: api, image: example/api:2 }] } } }", null)]
    [InlineData("spec: { template: { spec: { containers: [{ name: api, securityContext: { privileged: true } }] } } }", "ISM2005 true")]
    [InlineData("spec: { template: { spec: { containers: [{ name: api, securityContext: { capabilities: { add: [SYS_ADMIN] } } }] } } }", "ISM2005 SYS_ADMIN")]
    [InlineData("spec: { template: { spec: { containers: [{ name: api, securityContext: { seccompProfile: { type: Unconfined } } }] } } }", "ISM2005 Unconfined")]
    [InlineData("spec: { template: { spec: { volumes: [{ name: v, hostPath: { path: /etc } }] } } }", "ISM2005 /etc")]
    [InlineData("spec: { replicas: 3 }", null)]
    public void A_patch_that_nobody_can_apply_is_judged_by_what_it_says(string patch, string? expected)
    {
        var run = Run("resources: ['https://example.com/remote', ../base]\npatches: [{ path: patch.yaml }]\n")
            .Add("k/over/patch.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{ name: api }}\n{patch}\n");
        var found = run.Findings().Where(finding => !finding.Contains("ISM9007", StringComparison.Ordinal)).Select(finding => finding[(finding.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Distinct(StringComparer.Ordinal);
        Assert.Equal(expected is null ? [] : [expected], found);
        Assert.All(run.Evaluate().Findings.Where(finding => finding.Rule.Id == "ISM2005"), finding => Assert.Equal(("k/over/patch.yaml", 4), (finding.File, finding.Start.Line)));
    }

    [Theory]
    [InlineData("{ op: remove, path: /spec/template/spec/runtimeClassName }", "ISM2005 /spec/template/spec/runtimeClassName")]
    [InlineData("{ op: add, path: /spec/template/spec/containers/0/securityContext/privileged, value: true }", "ISM2005 true")]
    [InlineData("{ op: add, path: /spec/template/spec/containers/-, value: { name: x, securityContext: { privileged: true } } }", "ISM2005 true")]
    [InlineData("{ op: replace, path: /spec/template/spec/hostPID, value: true }", "ISM2005 true")]
    [InlineData("{ op: test, path: /spec/template/spec/hostPID, value: true }", null)]
    [InlineData("{ op: add, path: /spec/replicas, value: 3 }", null)]
    public void An_operation_that_nobody_can_apply_is_judged_by_what_it_says(string operation, string? expected)
    {
        foreach (var target in new[] { "kind: Deployment, name: api", "labelSelector: app=api" })
        {
            var run = Run($"resources: ['https://example.com/remote', ../base]\npatches: [{{ path: patch.yaml, target: {{ {target} }} }}]\n").Add("k/over/patch.yaml", $"- {operation}\n");
            var found = run.Findings("untrusted-code").Where(finding => finding.Contains("ISM2005", StringComparison.Ordinal)).Select(finding => finding[(finding.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            Assert.Equal(expected is null ? [] : [expected], found.Distinct(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Without_a_need_that_binds_technology_a_patch_is_not_spoken_of()
    {
        foreach (var need in new[] { null, "pss:restricted" })
        {
            var run = WithoutNeed("resources: ['https://example.com/remote', ../base]\npatches: [{ target: { kind: Deployment }, patch: '[{op: add, path: /spec/template/spec/hostPID, value: true}]' }]");
            Assert.DoesNotContain(run.Evaluate(need).Findings, finding => finding.Rule.Id is "ISM2005" or "ISM9007");
        }
    }

    [Fact]
    public void Nothing_is_missing_in_a_patch()
    {
        var run = Run("resources: ['https://example.com/remote']\npatches: [{ path: patch.yaml }]\n")
            .Add("k/over/patch.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 3 }\n");
        Assert.Equal(["ISM9007"], run.Evaluate("untrusted-code").Findings.Where(finding => finding.File.StartsWith("k/over/", StringComparison.Ordinal)).Select(finding => finding.Rule.Id));
        Assert.DoesNotContain(run.Evaluate().Workloads, workload => workload.Workload.Name == "web");
    }

    [Theory]
    [InlineData("aliases", "patches: [{ path: big.yaml }]\n")]
    [InlineData("depth", "patches: [{ path: big.yaml }]\n")]
    [InlineData("copies", "patches: [{ path: big.yaml, target: { kind: Deployment } }]\n")]
    [InlineData("patterns", "patches: [{ patch: '[]', target: { name: '((a*)*b*)*c' } }]\n")]
    [InlineData("many", "patches: [{ path: big.yaml, target: { kind: Deployment } }]\n")]
    public void Hostile_input_costs_no_more_than_its_limits_allow(string kind, string fields)
    {
        // What is allocated, and not the clock: it is the same on every machine, however busy, and every step of these makes something.
        const long most = 512L * 1024 * 1024;
        var big = new StringBuilder();
        switch (kind)
        {
            case "aliases":
                big.Append("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
                for (var i = 1; i < 6; i++)
                {
                    big.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1},*a{i - 1}]\n");
                }

                break;
            case "depth":
                // Each alias adds its anchor's depth: far more than the nesting of the text.
                big.Append("a0: &a0 " + new string('[', 200) + new string(']', 200) + "\n");
                for (var i = 1; i < 60; i++)
                {
                    big.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} {new string('[', 200)}*a{i - 1}{new string(']', 200)}\n");
                }

                break;
            case "copies":
                big.Append("- { op: add, path: /spec/x, value: [a] }\n");
                big.Insert(big.Length, "- { op: copy, from: /spec/x, path: /spec/x/- }\n", 60);
                break;
            case "many":
                big.Insert(0, "- { op: add, path: /spec/template/spec/containers/-, value: { name: x } }\n", 20_000);
                break;
            default:
                break;
        }

        var run = Run($"resources: [../base]\n{fields}").Add("k/over/big.yaml", big.Append('\n').ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();
        run.Evaluate("untrusted-code");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, most);
    }

    [Fact]
    public void Cycles_and_long_chains_end()
    {
        var cycle = new KustomizeRun().Add("a/kustomization.yaml", "resources: [../b]\n").Add("b/kustomization.yaml", "resources: [../a, api.yaml]\n").Add("b/api.yaml", Api);
        Assert.Contains(cycle.Evaluate().Findings, finding => finding.Message.Contains("it builds on itself", StringComparison.Ordinal));
        var chain = new KustomizeRun().Add("k0/kustomization.yaml", "resources: [api.yaml]\n").Add("k0/api.yaml", Api);
        for (var i = 1; i < 200; i++)
        {
            chain.Add($"k{i}/kustomization.yaml", $"resources: [../k{i - 1}]\n");
        }

        Assert.Contains(chain.Evaluate("untrusted-code").Findings, finding => finding.Message.Contains("build on each other more than", StringComparison.Ordinal));
    }

    private static string RunPathsName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static KustomizeRun Run(string kustomization) => new KustomizeRun()
        .Add("k/base/kustomization.yaml", "resources: [api.yaml, classes.yaml]\n")
        .Add("k/base/api.yaml", Api)
        .Add("k/base/classes.yaml", Classes)
        .Add("k/over/kustomization.yaml", kustomization);

    private static KustomizeRun WithoutNeed(string kustomization) => new KustomizeRun()
        .Add("k/base/kustomization.yaml", "resources: [api.yaml, classes.yaml]\n")
        .Add("k/base/api.yaml", Api.Replace("isolationmodel.dev/needs", "note", StringComparison.Ordinal))
        .Add("k/base/classes.yaml", Classes)
        .Add("k/over/kustomization.yaml", kustomization + "\n");

    private static void AssertFindings(KustomizeRun run, params string[] expected) => Assert.Equal(expected, run.Findings());
}
