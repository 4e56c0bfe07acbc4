namespace IsolationModel.Descriptors.Tests.Suppressions;

public sealed class SuppressionAnnotationTests
{
    private const string Key = "isolationmodel.dev/disable";

    [Fact]
    public void On_an_object_it_speaks_for_the_object()
    {
        var text = Sample.Pod("  hostPID: true", $"{Key}: ISM1001 -- why; ISM2001 until 2026-12-31 -- why not");
        var file = Sample.Read("a: 1\n---\n" + text);
        Assert.Equal(
            [("ISM1001", "why", null), ("ISM2001", "why not", "2026-12-31")],
            file.Suppressions.Select(item => (item.RuleId, item.Reason, item.Until)));
        Assert.All(file.Suppressions, item => Assert.Equal(text.TrimEnd('\n'), Sample.At("a: 1\n---\n" + text, item.Scope)));
        Assert.All(file.Suppressions, item => Assert.Equal(item.RuleId, Sample.At("a: 1\n---\n" + text, item.Range)));
        Assert.Empty(file.Findings);
    }

    [Fact]
    public void On_a_pod_template_it_speaks_for_the_template()
    {
        const string template = "metadata:\n      annotations:\n        isolationmodel.dev/disable: |\n          ISM1001 -- why\n          ISM2001 -- why not\n    spec:\n      hostPID: true";
        const string text = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop\nspec:\n  replicas: 1\n  template:\n    " + template + "\n";
        var file = Sample.Read(text);
        Assert.Equal(["ISM1001", "ISM2001"], file.Suppressions.Select(item => item.RuleId));
        Assert.All(file.Suppressions, item => Assert.Equal(template, Sample.At(text, item.Scope)));
    }

    [Fact]
    public void On_a_namespace_it_speaks_for_everything_in_it()
    {
        var file = Sample.Read($"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  annotations: {{ {Key}: ISM1001 -- why }}\n");
        Assert.Equal("shop", Assert.Single(file.Suppressions).Namespace);
    }

    [Fact]
    public void In_a_list_it_speaks_for_its_item()
    {
        const string item = """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","annotations":{"isolationmodel.dev/disable":"ISM1001 -- why"}}}""";
        const string text = """{"apiVersion":"v1","kind":"List","items":[""" + item + """,{"apiVersion":"v1","kind":"Pod","metadata":{"name":"b"}}]}""";
        var suppression = Assert.Single(Sample.Read(text).Suppressions);
        Assert.Equal((item, "ISM1001"), (Sample.At(text, suppression.Scope), Sample.At(text, suppression.Range)));
    }

    [Fact]
    public void Any_object_may_have_it() =>
        Assert.Single(Sample.Read($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{ name: a, annotations: {{ {Key}: ISM9010 -- why }} }}\n").Suppressions);

    [Theory]
    [InlineData("ISM1001", "gives no reason")]
    [InlineData("", "names no rule")]
    [InlineData("[ ISM1001 ]", "names no rule")]
    [InlineData("\"{{ .Values.disable }}\"", "placeholder")]
    public void What_cannot_be_followed_is_told(string value, string message)
    {
        var finding = Assert.Single(Sample.Read(Sample.Pod("  hostPID: true", $"{Key}: {value}")).Findings);
        Assert.Equal("ISM1104", finding.Rule.Id);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_no_need() => Assert.Empty(Sample.One(Sample.Pod("  hostPID: true", $"{Key}: ISM1001 -- why")).Needs);
}
