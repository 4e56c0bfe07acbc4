namespace IsolationModel.Descriptors.Tests.Kustomize;

/// <summary>One row a rule of kustomize. Where kubectl is on the machine, each row is held against what it renders (measured with kustomize 5.5).</summary>
public sealed class KustomizeSemanticsTests
{
    private const string Base = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api, labels: { app: api, tier: web }, annotations: { team: a } }
        spec:
          template:
            spec:
              runtimeClassName: gvisor
              tolerations: [{ key: a }, { key: b }]
              containers:
                - name: main
                  image: example/main:1
                  env: [{ name: A, value: x }, { name: B, value: y }]
                  volumeMounts: [{ name: data, mountPath: /data }]
                  securityContext:
                    privileged: false
                    capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }
                - name: side
                  image: example/side:1
              volumes:
                - name: data
                  emptyDir: {}
        ---
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: { name: gvisor }
        handler: runsc
        ---
        apiVersion: v1
        kind: Namespace
        metadata: { name: shop }
        """;

    public static TheoryData<string, string, string> Merges => new()
    {
        { "null deletes", "{ runtimeClassName: null }", "runtimeClassName" },
        { "a value replaces", "{ runtimeClassName: runc }", "runtimeClassName: runc" },
        { "a value is added", "{ hostPID: true }", "hostPID: true" },
        { "containers are merged by name", "{ containers: [{ name: side, securityContext: { privileged: true } }] }", "{image: example/side:1, name: side, securityContext: {privileged: true}}" },
        { "a container is added in front", "{ containers: [{ name: new, image: example/new:1 }] }", "containers: [{image: example/new:1, name: new}, {env" },
        { "init containers have a list of their own", "{ initContainers: [{ name: main, image: example/init:1 }] }", "initContainers: [{image: example/init:1, name: main}]" },
        { "ephemeral containers, too", "{ ephemeralContainers: [{ name: debug, image: example/debug:1 }] }", "ephemeralContainers: [{image: example/debug:1, name: debug}]" },
        { "$patch delete takes an item away", "{ containers: [{ name: side, $patch: delete }] }", "!name: side" },
        { "$patch replace takes the list's place", "{ containers: [{ $patch: replace }, { name: only, image: example/only:1 }] }", "containers: [{image: example/only:1, name: only}]" },
        { "$patch replace takes a mapping's place", "{ containers: [{ name: main, securityContext: { $patch: replace, runAsNonRoot: true } }] }", "securityContext: {runAsNonRoot: true}" },
        { "$patch delete takes a mapping away", "{ containers: [{ name: main, securityContext: { $patch: delete } }] }", "!securityContext" },
        { "$patch merge is what happens anyway", "{ containers: [{ name: main, securityContext: { $patch: merge, runAsNonRoot: true } }] }", "privileged: false, runAsNonRoot: true" },
        { "lists of capabilities are replaced", "{ containers: [{ name: main, securityContext: { capabilities: { drop: [] } } }] }", "!ALL" },
        { "tolerations are replaced", "{ tolerations: [{ key: c }] }", "tolerations: [{key: c}]" },
        { "env is merged by name", "{ containers: [{ name: main, env: [{ name: B, value: z }, { name: C, value: w }] }] }", "env: [{name: B, value: z}, {name: C, value: w}, {name: A, value: x}]" },
        { "mounts are merged by path", "{ containers: [{ name: main, volumeMounts: [{ name: data, mountPath: /data, readOnly: true }] }] }", "volumeMounts: [{mountPath: /data, name: data, readOnly: true}]" },
        { "a mount is added", "{ containers: [{ name: main, volumeMounts: [{ name: host, mountPath: /host }] }] }", "{mountPath: /host, name: host}, {mountPath: /data, name: data}" },
        { "volumes are merged by name", "{ volumes: [{ name: data, hostPath: { path: /etc } }] }", "{hostPath: {path: /etc}, name: data}" },
        { "null in a volume deletes its source", "{ volumes: [{ name: data, emptyDir: null, hostPath: { path: /etc } }] }", "volumes: [{hostPath: {path: /etc}, name: data}]" },
        { "null deletes a list", "{ volumes: null }", "!volumes" },
    };

    public static TheoryData<string, string, string> Operations => new()
    {
        { "remove", "{ op: remove, path: /spec/template/spec/runtimeClassName }", "!runtimeClassName" },
        { "replace", "{ op: replace, path: /spec/template/spec/runtimeClassName, value: runc }", "runtimeClassName: runc" },
        { "replace adds what is missing", "{ op: replace, path: /spec/template/spec/hostPID, value: true }", "hostPID: true" },
        { "add to a mapping", "{ op: add, path: /spec/template/spec/hostPID, value: true }", "hostPID: true" },
        { "add at the end of a list", "{ op: add, path: /spec/template/spec/containers/-, value: { name: last } }", "side}, {name: last}]" },
        { "add in front of an item", "{ op: add, path: /spec/template/spec/containers/1, value: { name: second } }", "{name: second}, {image: example/side:1" },
        { "replace an item", "{ op: replace, path: /spec/template/spec/containers/1, value: { name: other } }", "{name: other}]" },
        { "remove an item", "{ op: remove, path: /spec/template/spec/containers/0 }", "containers: [{image: example/side:1, name: side}]" },
        { "inside of an item", "{ op: add, path: /spec/template/spec/containers/0/securityContext/privileged, value: true }", "privileged: true" },
        { "escaped slash", "{ op: add, path: /metadata/annotations/example.com~1note, value: x }", "example.com/note: x" },
        { "escaped tilde", "{ op: add, path: /metadata/annotations/a~0b, value: x }", "a~b: x" },
        { "test that holds", "{ op: test, path: /spec/template/spec/runtimeClassName, value: gvisor }", "runtimeClassName: gvisor" },
        { "test that fails", "{ op: test, path: /spec/template/spec/runtimeClassName, value: runc }", "! operation 'test' does not apply at '/spec/template/spec/runtimeClassName'" },
        { "copy", "{ op: copy, from: /spec/template/spec/containers/1, path: /spec/template/spec/containers/- }", "side}, {image: example/side:1, name: side}]" },
        { "move", "{ op: move, from: /spec/template/spec/runtimeClassName, path: /spec/template/spec/nodeName }", "nodeName: gvisor" },
        { "remove what is missing", "{ op: remove, path: /spec/template/spec/hostPID }", "! operation 'remove' does not apply at '/spec/template/spec/hostPID'" },
        { "add below what is missing", "{ op: add, path: /spec/template/spec/securityContext/runAsUser, value: 0 }", "! operation 'add' does not apply at '/spec/template/spec/securityContext/runAsUser'" },
        { "add beyond a list", "{ op: add, path: /spec/template/spec/containers/9, value: { name: x } }", "! operation 'add' does not apply at '/spec/template/spec/containers/9'" },
        { "no operation", "{ op: frobnicate, path: /spec }", "! operation 'frobnicate' does not apply at '/spec'" },
    };

    public static TheoryData<string, string> Targets => new()
    {
        { "kind: Deployment", "hostPID" },
        { "kind: Deploy.*", "hostPID" },
        { "kind: Deploy", "!hostPID" },
        { "name: api", "hostPID" },
        { "name: ap", "!hostPID" },
        { "name: 'ap[h-j]'", "hostPID" },
        { "kind: Deployment, name: web|api", "hostPID" },
        { "kind: Deployment, name: '(a|b)p?i+'", "hostPID" },
        { "kind: Deployment, name: '^api$'", "hostPID" },
        { "kind: Deployment, name: 'a.*'", "hostPID" },
        { "group: apps, version: v1, kind: Deployment", "hostPID" },
        { "group: batch, kind: Deployment", "!hostPID" },
        { "version: v2, kind: Deployment", "!hostPID" },
        { "kind: Deployment, namespace: default", "hostPID" },
        { "kind: Deployment, namespace: shop", "!hostPID" },
        { "kind: Deployment, labelSelector: app=api", "hostPID" },
        { "kind: Deployment, labelSelector: 'app=api,tier!=web'", "!hostPID" },
        { "kind: Deployment, labelSelector: 'tier in (web, db)'", "hostPID" },
        { "kind: Deployment, labelSelector: 'tier notin (web, db)'", "!hostPID" },
        { "kind: Deployment, labelSelector: tier", "hostPID" },
        { "kind: Deployment, labelSelector: '!tier'", "!hostPID" },
        { "kind: Deployment, annotationSelector: team=a", "hostPID" },
        { "kind: Deployment, annotationSelector: team=b", "!hostPID" },
    };

    public static TheoryData<string, string, string> Fields => new()
    {
        { "namespace", "namespace: eu", "namespace: eu" },
        { "namespace renames the Namespace object", "namespace: eu", "kind: Namespace, metadata: {name: eu}" },
        { "classes of runtimes have no namespace", "namespace: eu", "kind: RuntimeClass, metadata: {name: gvisor}" },
        { "names", "namePrefix: p-\nnameSuffix: -s", "name: p-api-s" },
        { "names of classes change, references to them do not", "namePrefix: p-", "runtimeClassName: gvisor" },
        { "the class itself is renamed", "namePrefix: p-", "kind: RuntimeClass, metadata: {name: p-gvisor}" },
        { "namespaces keep their names", "namePrefix: p-", "kind: Namespace, metadata: {name: shop}" },
        { "annotations reach templates", "commonAnnotations: { note: x }", "template: {metadata: {annotations: {note: x}}" },
        { "labels do not", "labels: [{ pairs: { note: x } }]", "template: {spec" },
        { "labels do when they are told to", "labels: [{ pairs: { note: x }, includeTemplates: true }]", "template: {metadata: {labels: {note: x}}" },
        { "images change nothing else", "images: [{ name: nothing, newTag: '2' }]", "runtimeClassName: gvisor" },
        { "an empty list asks for nothing", "helmCharts: []", "runtimeClassName: gvisor" },
    };

    [Theory]
    [MemberData(nameof(Merges))]
    public void A_strategic_merge_does_what_kustomize_does(string rule, string podSpec, string expected)
    {
        Assert.NotEmpty(rule);
        var patch = $"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{ name: api }}\nspec: {{ template: {{ spec: {podSpec} }} }}\n";
        Check(Run("patches: [{ path: patch.yaml }]").Add("over/patch.yaml", patch), rule == "null deletes" ? "!runtimeClassName" : expected);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_json_patch_does_what_kustomize_does(string rule, string operation, string expected)
    {
        Assert.NotEmpty(rule);
        Check(Run("patches: [{ path: patch.yaml, target: { kind: Deployment } }]").Add("over/patch.yaml", $"- {operation}\n"), expected);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_target_takes_what_kustomize_takes(string target, string expected) => Check(
        Run($"patches: [{{ path: patch.yaml, target: {{ {target} }} }}]").Add("over/patch.yaml", Operation(target)), expected);

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_does_what_kustomize_does(string rule, string fields, string expected)
    {
        Assert.NotEmpty(rule);
        Check(Run(fields), expected);
    }

    [Fact]
    public void A_component_changes_what_is_there_before_the_patches_of_the_kustomization()
    {
        var run = Run("components: [../part]\npatches: [{ path: patch.yaml, target: { kind: Deployment } }]")
            .Add("over/patch.yaml", "- { op: test, path: /spec/template/spec/hostPID, value: true }\n- { op: add, path: /spec/template/spec/hostIPC, value: true }\n")
            .Add("part/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: c-\npatches: [{ path: part.yaml, target: { kind: Deployment } }]\n")
            .Add("part/part.yaml", "- { op: add, path: /spec/template/spec/hostPID, value: true }\n");
        Check(run, "hostIPC: true, hostPID: true", "name: c-api");
    }

    [Fact]
    public void A_patch_finds_its_object_by_the_name_that_its_file_has()
    {
        var run = Run("patches: [{ path: patch.yaml }]")
            .Add("over/patch.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec: { template: { spec: { hostPID: true } } }\n");
        var renamed = new KustomizeRun();
        foreach (var (path, text) in run.Texts)
        {
            renamed.Add(path, path == "base/kustomization.yaml" ? text + "namePrefix: p-\nnamespace: eu\n" : text);
        }

        Check(renamed, "hostPID: true", "name: p-api");
    }

    private static string Operation(string target) => target.Contains("kind: Dep", StringComparison.Ordinal) || target.Contains("ap", StringComparison.Ordinal)
        ? "- { op: add, path: /spec/template/spec/hostPID, value: true }\n"
        : throw new ArgumentException("The operation fits Deployments only.", nameof(target));

    private static KustomizeRun Run(string fields) => new KustomizeRun()
        .Add("base/objects.yaml", Base)
        .Add("base/kustomization.yaml", "resources: [objects.yaml]\n")
        .Add("over/kustomization.yaml", $"resources: [../base]\n{fields}\n");

    /// <summary>Whether the rendering holds the words (or, behind a "!", does not; or is refused), and is what kustomize renders.</summary>
    private static void Check(KustomizeRun run, params string[] expected)
    {
        var rendered = run.Render("over/kustomization.yaml");
        var text = string.Join('\n', rendered);
        foreach (var words in expected)
        {
            if (words.StartsWith('!') && !words.StartsWith("! ", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(words[1..], text, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(words, text, StringComparison.Ordinal);
            }
        }

        if (KubectlOracle.IsPresent)
        {
            var right = KubectlOracle.Render(run, "over");
            Assert.Equal(right ?? [text], rendered);
            Assert.Equal(right is null, text.StartsWith("! ", StringComparison.Ordinal));
        }
    }
}
