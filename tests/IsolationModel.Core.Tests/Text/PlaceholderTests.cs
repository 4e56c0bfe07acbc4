using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Text;

public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("{{ .Values.x }}")]
    [InlineData("${RUNTIME}")]
    [InlineData("web-${ENV:-dev}-1")]
    [InlineData("#{Runtime}#")]
    [InlineData("$(params.runtime)")]
    [InlineData("__RUNTIME__")] // the Replace Tokens task of Azure Pipelines, in its form with underscores
    [InlineData("__RUNTIME_CLASS__")]
    [InlineData("__Runtime.Class__", false)]
    [InlineData("web-__ENV__")]
    [InlineData("registry.example/__IMAGE__:__TAG__")]
    [InlineData("__init__", false)]
    [InlineData("__meta_kubernetes_pod_name", false)]
    [InlineData("__address__", false)]
    [InlineData("A__B__C", false)]
    [InlineData("x__ENV__", false)]
    [InlineData("__ENV__x", false)]
    [InlineData("___ENV___", false)]
    [InlineData("____", false)]
    [InlineData("__1__", false)]
    [InlineData("__ENV", false)]
    [InlineData("__A B__", false)]
    [InlineData("kata-qemu", false)]
    [InlineData("{ x }", false)]
    [InlineData("", false)]
    public void A_text_that_some_tool_fills_in_is_recognised(string text, bool expected = true) => Assert.Equal(expected, Placeholder.IsIn(text));
}
