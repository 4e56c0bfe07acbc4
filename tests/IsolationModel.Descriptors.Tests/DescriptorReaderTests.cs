using CsCheck;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Tests;

public sealed class DescriptorReaderTests
{
    [Theory]
    [InlineData("a: 1", false)]
    [InlineData("", false)]
    [InlineData("# only a comment", false)]
    [InlineData("apiVersion: v1", false)] // no kind: nothing that a cluster takes
    [InlineData("apiVersion: v1\nkind: Service", true)]
    [InlineData("{ \"apiVersion\": 1, \"kind\": [] }", false)]
    [InlineData("- apiVersion: v1\n  kind: Pod", false)]
    public void What_is_no_descriptor_is_passed_over(string text, bool isDescriptor)
    {
        var file = Sample.Read(text);
        Assert.Equal(isDescriptor, file.IsDescriptor);
        Assert.Empty(file.Findings);
    }

    [Theory]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata: [", "ISM9006")]
    [InlineData("{ \"apiVersion\": \"v1\", \"kind\": ", "ISM9006")]
    [InlineData("apiVersion: v1\nkind: Pod\u0000", "ISM9003")]
    [InlineData("apiVersion: v1\n{{- if .Values.x }}\nkind: Pod\n{{- end }}", "ISM9007")]
    [InlineData("apiVersion: v1\nkind: Pod\nspec: {{ toYaml .Values.spec | nindent 2 }}\n  x", "ISM9007")]
    [InlineData("a: &a [*a]\napiVersion: v1", "ISM9005")]
    public void A_descriptor_that_cannot_be_read_is_told_once(string text, string rule)
    {
        var finding = Assert.Single(Sample.Read(text).Findings);
        Assert.Equal(rule, finding.Rule.Id);
        Assert.Equal(rule, Assert.Single(Sample.Read(text, DescriptorExpectation.Found).Findings).Rule.Id);
    }

    [Theory]
    [InlineData("a: [", DescriptorExpectation.Expected, true)]
    [InlineData("a: [", DescriptorExpectation.Found, false)]
    [InlineData("\0", DescriptorExpectation.Expected, true)]
    [InlineData("\0", DescriptorExpectation.Found, false)]
    public void An_unreadable_file_is_told_where_a_descriptor_is_expected(string text, DescriptorExpectation expectation, bool isTold) =>
        Assert.Equal(isTold, Sample.Read(text, expectation).Findings.Count == 1);

    [Fact]
    public void The_other_documents_of_a_broken_file_are_judged()
    {
        var file = Sample.Read("apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n---\nb: [\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: c }");
        Assert.Equal(["a", "c"], file.Workloads.Select(workload => workload.Name));
        Assert.Equal(new TextPosition(5, 4), Assert.Single(file.Findings).Start);
    }

    [Fact]
    public void A_placeholder_in_a_readable_file_is_unknown_and_costs_nothing_else()
    {
        var file = Sample.Read("apiVersion: v1\nkind: Pod\nmetadata: { name: shop }\nspec:\n  runtimeClassName: {{ .Values.rc }}\n");
        Assert.Empty(file.Findings);
        Assert.Single(file.Workloads);
    }

    [Fact]
    public void Braces_inside_text_make_no_template()
    {
        var file = Sample.Read("apiVersion: v1\nkind: ConfigMap\ndata:\n  x: |\n    {{ if }}\n    text\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: shop }");
        Assert.Empty(file.Findings);
        Assert.Single(file.Workloads);
    }

    /// <summary>Of these no start says what they are, and without them something else would pass for what counts.</summary>
    [Theory]
    [InlineData(".env")]
    [InlineData("shop/prod.env")]
    [InlineData(".devcontainer/devcontainer.json")]
    public void What_decides_on_a_project_of_Compose_is_told_where_it_cannot_be_read(string path)
    {
        Assert.Equal("ISM9002", Assert.Single(DescriptorReader.TooLarge(path, DescriptorExpectation.Found).Findings).Rule.Id);
        Assert.Equal("ISM9008", Assert.Single(DescriptorReader.Unreadable(path, "no access", DescriptorExpectation.Found).Findings).Rule.Id);
        Assert.Equal("ISM9003", Assert.Single(DescriptorReader.NotText(path, [0xE4], 1, 0, DescriptorExpectation.Found, TestContext.Current.CancellationToken).Findings).Rule.Id);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_not_read() => Assert.Equal(
        "ISM9002",
        Assert.Single(Sample.Read(new string('#', DescriptorLimits.FileSize + 1)).Findings).Rule.Id);

    [Theory]
    [InlineData("deploy.yaml", DescriptorExpectation.Expected)]
    [InlineData("deploy.YML", DescriptorExpectation.Expected)]
    [InlineData("api.k8s.json", DescriptorExpectation.Expected)]
    [InlineData("package.json", DescriptorExpectation.Found)]
    [InlineData("contoso.isolation.json", null)]
    [InlineData("containerd.toml", DescriptorExpectation.Found)]
    [InlineData("containerd-workers.toml", DescriptorExpectation.Found)]
    [InlineData("etc/containerd/config.toml", DescriptorExpectation.Expected)]
    [InlineData("etc\\containerd\\config.toml", DescriptorExpectation.Expected)]
    [InlineData("config.toml", null)]
    [InlineData("containerd/other/config.toml", null)]
    [InlineData("Cargo.toml", null)]
    [InlineData("etc/crio/crio.conf", DescriptorExpectation.Expected)]
    [InlineData("etc/crio/crio.conf.d/10-kata.conf", DescriptorExpectation.Expected)]
    [InlineData("etc/containers/containers.conf", DescriptorExpectation.Expected)]
    [InlineData("etc/docker/daemon.json", DescriptorExpectation.Expected)]
    [InlineData("etc/docker/worker-daemon.json", DescriptorExpectation.Found)]
    [InlineData("daemon.json", DescriptorExpectation.Found)]
    [InlineData("nginx.conf", null)]
    [InlineData("runsc.toml", DescriptorExpectation.Expected)]
    [InlineData("configuration-qemu.toml", DescriptorExpectation.Found)]
    [InlineData("kata-containers/configuration.toml", DescriptorExpectation.Expected)]
    [InlineData("configuration.toml", null)]
    [InlineData("readme.md", null)]
    public void Names_tell_what_to_expect(string name, DescriptorExpectation? expectation) => Assert.Equal(expectation, DescriptorPatterns.Match(name));

    [Fact]
    public void YAML_and_JSON_of_one_object_say_the_same() =>
        Gen.Select(Gen.OneOf("gvisor", "kata", ""), Gen.Bool, Gen.OneOf("RuntimeDefault", "Unconfined"), Gen.OneOf("/", "/etc", "/data")).Sample((runtime, privileged, seccomp, path) =>
        {
            var yaml = $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  runtimeClassName: '{runtime}'\n  volumes:\n  - name: v\n    hostPath:\n      path: {path}\n  containers:\n  - name: c\n    volumeMounts:\n    - name: v\n      mountPath: /m\n    securityContext:\n      privileged: {(privileged ? "true" : "false")}\n      seccompProfile:\n        type: {seccomp}\n";
            var json = $$$"""{"kind":"Pod","apiVersion":"v1","spec":{"containers":[{"securityContext":{"seccompProfile":{"type":"{{{seccomp}}}"},"privileged":{{{(privileged ? "true" : "false")}}}},"name":"c","volumeMounts":[{"mountPath":"/m","name":"v"}]}],"volumes":[{"hostPath":{"path":"{{{path}}}"},"name":"v"}],"runtimeClassName":"{{{runtime}}}"},"metadata":{"name":"a"}}""";
            Assert.Equal(Facts(yaml), Facts(json));
        });

    private static string Facts(string text)
    {
        var workload = Sample.One(text);
        var facts = workload.Containers.SelectMany(container => container.Settings)
            .Select(fact => $"{fact.SettingId}={fact.Value}{string.Join(',', fact.Items.Select(item => item.Value))}")
            .Order(StringComparer.Ordinal);
        return $"{workload.DisplayName} {workload.Runtime.State} {workload.Runtime.Name} {string.Join(' ', facts)}";
    }
}
