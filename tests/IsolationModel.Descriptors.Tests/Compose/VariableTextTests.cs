using IsolationModel.Descriptors.Compose;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>Variables in texts: the cases are those of compose-go (template/template_test.go), with FOO=first and BAR empty.</summary>
public sealed class VariableTextTests
{
    [Theory]
    [InlineData("foo", "foo")]
    [InlineData("$${foo}", "${foo}")]
    [InlineData("$$FOO $FOO", "$FOO first")]
    [InlineData("$FOO-bar", "first-bar")]
    [InlineData("This ${FOO} var", "This first var")]
    [InlineData("This ${BAR} var", "This  var")]
    [InlineData("ok ${missing:-def}", "ok def")]
    [InlineData("ok ${missing-def}", "ok def")]
    [InlineData("ok ${BAR:-def}", "ok def")]
    [InlineData("ok ${BAR-def}", "ok ")]
    [InlineData("ok ${FOO:-def}", "ok first")]
    [InlineData("ok ${BAR:-/non:-alphanumeric}", "ok /non:-alphanumeric")]
    [InlineData("ok ${UNSET_VAR-$FOO}", "ok first")]
    [InlineData("ok ${UNSET_VAR-${FOO} ${FOO}}", "ok first first")]
    [InlineData("ok ${BAR:-${A:-${B-deep}}}", "ok deep")]
    [InlineData("ok ${FOO:?err}", "ok first")]
    [InlineData("ok ${BAR?err}", "ok ")]
    [InlineData("${UNSET_VAR-myerror?msg}", "myerror?msg")]
    [InlineData("ok ${FOO:+presence_value}", "ok presence_value")]
    [InlineData("ok ${BAR:+presence_value}", "ok ")]
    [InlineData("ok ${BAR+presence_value}", "ok presence_value")]
    [InlineData("${missing:-}", "")]
    public void A_variable_is_filled_in(string text, string expected)
    {
        var filled = Fill(text);

        Assert.True(filled.IsKnown);
        Assert.Equal(expected, filled.Text);
    }

    [Theory]
    [InlineData("This ${missing} var")]
    [InlineData("$missing")]
    [InlineData("${missing:?it is needed}")]
    [InlineData("${BAR:?it is empty}")]
    [InlineData("${missing:+other}")]
    [InlineData("${FOO:-$missing}-$missing")]
    [InlineData("${FROM_OUTSIDE}")]

    // Not well-formed: Compose refuses them.
    [InlineData("${")]
    [InlineData("$}")]
    [InlineData("${}")]
    [InlineData("${ }")]
    [InlineData("${foo }")]
    [InlineData("${foo!}")]
    [InlineData("${foo:}")]
    [InlineData("100$")]
    [InlineData("${a:-${b:-x}")]
    public void What_no_file_knows_stays_as_it_is(string text)
    {
        var filled = Fill(text);

        Assert.False(filled.IsKnown);
        Assert.Equal(text, filled.Text);
    }

    [Theory]
    [InlineData("${RUNTIME:-runsc}", 11)]
    [InlineData("${RUNTIME-a-b}", 10)]
    [InlineData("x${RUNTIME:-runsc}", -1)]
    [InlineData("${RUNTIME:-${OTHER:-runsc}}", -1)]
    [InlineData("${FOO:-runsc}", -1)]
    [InlineData("runsc", 0)]
    public void A_default_has_its_own_place(string text, int start) => Assert.Equal(start, Fill(text).ContentStart);

    [Fact]
    public void Nesting_without_end_is_not_followed() =>
        Assert.False(Fill(string.Concat(Enumerable.Repeat("${a:-", 100_000)) + new string('}', 100_000)).IsKnown);

    [Fact]
    public void Values_that_multiply_each_other_do_not_grow_without_bound()
    {
        var text = "A0=xxxxxxxxxx\n" + string.Concat(Enumerable.Range(1, 30).Select(static i => $"A{i}=$A{i - 1}$A{i - 1}$A{i - 1}$A{i - 1}\n"));
        var values = EnvironmentFile.Read(".env", text, new LineMap(text), static _ => null);

        Assert.Null(values["A30"].Text);
    }

    private static SubstitutedText Fill(string text) => VariableText.Fill(text, static name => name switch
    {
        "FOO" => Value("first"),
        "BAR" => Value(string.Empty),
        "FROM_OUTSIDE" => Value(null),
        _ => null,
    });

    private static VariableValue Value(string? text) => new(text, RelatedLocation.At(".env", LineMap.Empty, default, "here"));
}
