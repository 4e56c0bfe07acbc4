using IsolationModel.Descriptors.Tests.Kustomize;
using IsolationModel.Rules;

namespace IsolationModel.Descriptors.Tests.Helm;

public sealed class HelmChartTests
{
    private const string Chart = "apiVersion: v2\nname: shop\nversion: 1.0.0\n";
    private const string Need = "untrusted-code";

    [Fact]
    public void A_chart_is_told_once_at_the_first_directive_of_its_first_template()
    {
        var run = new KustomizeRun()
            .Add("shop/Chart.yaml", Chart)
            .Add("shop/values.yaml", "image: {{ broken\n")
            .Add("shop/templates/web.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n{{- if .Values.x }}\n  y: z\n{{- end }}\n")
            .Add("shop/templates/tests/api.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: api }\nspec:\n  runtimeClassName: {{ .Values.rc }}\n");
        var finding = Assert.Single(run.Evaluate(Need).Findings);
        Assert.Equal((InputRules.IsTemplate, "shop/templates/tests/api.yaml", 5, 21), (finding.Rule, finding.File, finding.Start.Line, finding.Start.Column));
        Assert.Equal("chart 'shop' has 2 templates, so what it deploys is not judged; render it (helm template shop) and check the output", finding.Message);
        Assert.Empty(run.Evaluate(Need).Workloads);
        Assert.Equal((2, 2), (run.Evaluate().Summary.Files, run.Evaluate().Summary.Skipped));
    }

    [Theory]
    [InlineData("shop/templates/web.yaml", "metadata: { name: \"{{ .Values.name }}\" }", false, true)]
    [InlineData("shop/templates/web.yaml", "metadata: { name: \"{{ $name }}\" }", false, false)]
    [InlineData("shop/templates/web.yaml", "metadata: { name: \"{{ $name }}\" }", true, true)]
    [InlineData("shop/templates/web.yaml", "metadata: { name: web }", true, false)]
    [InlineData("shop/manifests/web.yaml", "metadata: { name: \"{{ .Values.name }}\" }", true, false)]
    public void A_template_is_known_by_its_folder_and_its_chart_or_its_words(string path, string metadata, bool hasChart, bool isTemplate)
    {
        var run = new KustomizeRun().Add(path, $"apiVersion: v1\nkind: Pod\n{metadata}\nspec: {{ containers: [] }}\n");
        run = hasChart ? run.Add("shop/Chart.yaml", Chart) : run;
        var result = run.Evaluate();
        Assert.Equal(isTemplate, result.Findings.Any(finding => finding.Rule == InputRules.IsTemplate));
        Assert.Equal(isTemplate ? 0 : 1, result.Workloads.Count);
    }

    [Theory]
    [InlineData("privileged", "      containers:\n        - name: a\n          securityContext:\n            privileged: true\n", "ISM2006 true")]
    [InlineData("a comment", "      hostPID: true # why\n", "ISM2006 true")]
    [InlineData("host network", "      hostNetwork: true\n", "ISM2006 true")]
    [InlineData("host IPC", "      hostIPC: yes\n", "ISM2006 yes")]
    [InlineData("runtime", "      runtimeClassName: runc\n", "ISM2006 runc")]
    [InlineData("quoted runtime", "      runtimeClassName: \"runc\"\n", "ISM2006 runc")]
    [InlineData("a runtime that meets the need", "      runtimeClassName: gvisor\n", null)]
    [InlineData("null", "      runtimeClassName: null\n", null)]
    [InlineData("false", "      hostPID: false\n", null)]
    [InlineData("a text", "      hostPID: \"true\"\n", null)]
    [InlineData("a directive", "      hostPID: {{ .Values.x }}\n", null)]
    [InlineData("in a condition", "      {{- if .Values.x }}\n      hostPID: true\n      {{- end }}\n", null)]
    [InlineData("in the other branch", "      {{- if .Values.x }}\n      {{- else }}\n      hostPID: true\n      {{- end }}\n", null)]
    [InlineData("in a loop", "      {{- range .Values.x }}\n      hostPID: true\n      {{- end }}\n", null)]
    [InlineData("behind a condition", "      {{- with .Values.x }}\n      a: b\n      {{- end }}\n      hostPID: true\n", "ISM2006 true")]
    [InlineData("in a comment of the template", "      {{- /* if\n      hostPID: true\n      */}}\n", null)]
    [InlineData("in a comment", "      # hostPID: true\n", null)]
    [InlineData("in a text block", "      x: |\n        spec:\n          hostPID: true\n", null)]
    [InlineData("in a text block behind a directive", "      x: |\n        spec:\n{{ include \"y\" . }}\n          hostPID: true\n", null)]
    [InlineData("below another key", "      other:\n        hostPID: true\n", null)]
    [InlineData("below a key that is a directive", "      securityContext:\n        a: b\n      {{ .Values.x }}:\n        privileged: true\n", null)]
    [InlineData("blocks that do not close", "      {{- if .Values.x }}\n      {{- end }}\n      {{- end }}\n      hostPID: true\n", null)]
    public void A_literal_line_of_a_template_counts_wherever_it_holds(string what, string lines, string? expected)
    {
        Assert.NotEmpty(what);
        var run = new KustomizeRun().Add("shop/Chart.yaml", Chart).Add("shop/templates/web.yaml", Template("apps/v1", "Deployment", lines));
        Assert.Equal(expected is null ? [] : [expected], Weakenings(run, Need));
        Assert.Empty(Weakenings(run, null));
        Assert.Empty(Weakenings(run, "pss:restricted"));
    }

    [Theory]
    [InlineData("policy/v1beta1", "PodSecurityPolicy", false)]
    [InlineData("example.com/v1", "Deployment", false)]
    [InlineData("{{ .Values.kind }}", "Deployment", true)]
    [InlineData("apps/v1", "{{ .Values.kind }}", false)]
    public void Only_objects_that_make_pods_count(string apiVersion, string kind, bool counts)
    {
        var run = new KustomizeRun().Add("shop/templates/web.yaml", Template(apiVersion, kind, "      hostPID: true\n"));
        Assert.Equal(counts, Weakenings(run, Need).Count == 1);
    }

    [Fact]
    public void A_need_that_a_template_declares_literally_holds_for_its_lines()
    {
        var text = Template("apps/v1", "Deployment", "      hostPID: true\n").Replace("  labels: {}\n", "  annotations:\n    isolationmodel.dev/needs: \"untrusted-code\"\n", StringComparison.Ordinal);
        Assert.Equal(["ISM2006 true"], Weakenings(new KustomizeRun().Add("shop/templates/web.yaml", text), null));
        Assert.Empty(Weakenings(new KustomizeRun().Add("shop/templates/web.yaml", text.Replace("needs: \"", "needs: \"{{ .Values.x }}", StringComparison.Ordinal)), null));
    }

    [Theory]
    [InlineData("securityContext:\n  privileged: true\n", "ISM2006 true")]
    [InlineData("hostNetwork: true\n", "ISM2006 true")]
    [InlineData("web:\n  hostNetwork: true\n", "ISM2006 true")]
    [InlineData("runtimeClassName: runc\n", "ISM2006 runc")]
    [InlineData("runtimeClassName: ''\n", null)]
    [InlineData("podSecurityContext:\n  seccompProfile:\n    type: Unconfined\nsecurityContext: {}\n", "ISM2006 Unconfined")]
    [InlineData("securityContext:\n  privileged: false\n", null)]
    [InlineData("privileged: true\n", null)]
    public void A_conventional_value_is_told_as_information(string values, string? expected)
    {
        var run = new KustomizeRun().Add("shop/Chart.yaml", Chart).Add("shop/values-prod.yaml", values);
        Assert.Equal(expected is null ? [] : [expected], Weakenings(run, Need));
        Assert.Empty(Weakenings(run, null));
        Assert.All(run.Evaluate(Need).Findings, finding =>
        {
            Assert.Equal(Findings.FindingSeverity.Info, finding.Severity);
            Assert.Contains("if the chart uses the value as its name says", finding.Message, StringComparison.Ordinal);
        });
        Assert.Empty(Weakenings(new KustomizeRun().Add("shop/values-prod.yaml", values), Need));
    }

    [Theory]
    [InlineData("shop/values.yaml", "a: [\n", true)]
    [InlineData("shop/Chart.yaml", "apiVersion: [\n", true)]
    [InlineData("shop/other.yaml", "apiVersion: [\n", false)]
    public void What_belongs_to_a_chart_is_never_told_to_be_broken(string path, string text, bool isSilent)
    {
        var run = new KustomizeRun().Add(path, text);
        run = path == "shop/Chart.yaml" ? run : run.Add("shop/Chart.yaml", Chart);
        Assert.Equal(isSilent, run.Findings().Count == 0);
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("{{- if")]
    [InlineData("{{/* {{ }}")]
    [InlineData("a: \"\n{{ .Values }}\n- - - - :\n:\n'")]
    public void No_template_makes_the_reader_fail(string text)
    {
        var run = new KustomizeRun().Add("shop/templates/web.yaml", $"kind: Pod\n{text}\n.Values\n");
        Assert.DoesNotContain(run.Evaluate(Need).Findings, finding => finding.Rule == InputRules.ReaderFailed);
    }

    private static string Template(string apiVersion, string kind, string lines) =>
        $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata:\n  labels: {{}}\n  name: {{{{ .Release.Name }}}}\nspec:\n  template:\n    spec:\n{lines}";

    private static List<string> Weakenings(KustomizeRun run, string? need) => run.Findings(need)
        .Where(finding => finding.Contains("ISM2006", StringComparison.Ordinal))
        .Select(finding => finding[(finding.IndexOf(' ', StringComparison.Ordinal) + 1)..])
        .ToList();
}
