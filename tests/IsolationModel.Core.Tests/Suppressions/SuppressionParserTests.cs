using IsolationModel.Suppressions;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Suppressions;

public sealed class SuppressionParserTests
{
    private static readonly TextRange Scope = new(7, 70);

    [Theory]
    [InlineData("ISM1001 -- why", "ISM1001|why|")]
    [InlineData("  ISM1001   --   why not  ", "ISM1001|why not|")]
    [InlineData("ISM1001, ISM2001 -- why", "ISM1001|why| ISM2001|why|")]
    [InlineData("ISM1001,ISM2001 until 2026-12-31 -- why", "ISM1001|why|2026-12-31 ISM2001|why|2026-12-31")]
    [InlineData("ISM1001\tISM2001 -- why", "ISM1001|why| ISM2001|why|")]
    [InlineData("ISM1001 -- see OPS-1 -- really", "ISM1001|see OPS-1 -- really|")]
    [InlineData("ISM1001 -- 2026-01-01--2026-02-01", "ISM1001|2026-01-01--2026-02-01|")]
    [InlineData("ISM9010 -- a tool writes it", "ISM9010|a tool writes it|")]
    public void Rules_a_day_and_a_reason_are_read(string text, string expected)
    {
        var reading = One(text);
        Assert.Empty(reading.Problems);
        Assert.Equal(expected, string.Join(' ', reading.Suppressions.Select(item => $"{item.RuleId}|{item.Reason}|{item.Until}")));
        Assert.All(reading.Suppressions, item => Assert.Equal((Scope, item.RuleId), (item.Scope, text.Substring(item.Range.Start, item.Range.Length))));
    }

    /// <summary>Texts, what of them holds all the same, where the problem stands, and words of its message.</summary>
    [Theory]
    [InlineData("ISM1001", "", "ISM1001", "gives no reason")]
    [InlineData("ISM1001 --", "", "ISM1001 --", "gives no reason")]
    [InlineData("ISM1001 --   ", "", "ISM1001 --", "gives no reason")]
    [InlineData("ISM1001 - why", "", "-", "'-' is no rule")]
    [InlineData("ISM1001--why", "", "ISM1001--why", "is no rule")]
    [InlineData("", "", "", "names no rule")]
    [InlineData("-- why", "", "", "names no rule")]
    [InlineData("until 2026-12-31 -- why", "", "until 2026-12-31", "names no rule")]
    [InlineData("ISM1OO1 -- why", "", "ISM1OO1", "did you mean 'ISM1001'?")]
    [InlineData("ism1001 -- why", "", "ism1001", "did you mean 'ISM1001'?")]
    [InlineData("everything -- why", "", "everything", "ids are 'ISM' and four digits")]
    [InlineData("ISM1001, ISM999 -- why", "ISM1001", "ISM999", "'ISM999' is no rule")]
    [InlineData("ISM0001 -- why", "", "ISM0001", "cannot be suppressed")]
    [InlineData("ISM1101 -- why", "", "ISM1101", "cannot be suppressed")]
    [InlineData("ISM1103 -- why", "", "ISM1103", "cannot be suppressed")]
    [InlineData("ISM1001, ISM1104 -- why", "ISM1001", "ISM1104", "cannot be suppressed")]
    [InlineData("ISM1001 until 2026-02-30 -- why", "", "2026-02-30", "'2026-02-30' is no day")]
    [InlineData("ISM1001 until tomorrow -- why", "", "tomorrow", "'tomorrow' is no day")]
    [InlineData("ISM1001 until -- why", "", "until", "no day stands behind 'until'")]
    [InlineData("{{ .Values.rule }} -- why", "", "{{ .Values.rule }} -- why", "placeholder")]
    public void What_cannot_be_followed_is_told_where_it_stands(string text, string kept, string at, string message)
    {
        var reading = One(text);
        Assert.Equal(kept, string.Join(' ', reading.Suppressions.Select(item => item.RuleId)));
        Assert.Contains(
            reading.Problems,
            problem => problem.Message.Contains(message, StringComparison.Ordinal) && text.Substring(problem.Range.Start, problem.Range.Length) == at);
    }

    [Fact]
    public void A_misspelt_rule_has_a_replacement() => Assert.Equal("ISM1001", Assert.Single(One("ISM101 -- why").Problems).Replacement);

    [Theory]
    [InlineData("ISM1001 -- a; ISM2001 -- b", "ISM1001|a ISM2001|b")]
    [InlineData("ISM1001 -- a\nISM2001 -- b\n", "ISM1001|a ISM2001|b")]
    [InlineData("ISM1001 -- a;\r\n\r\nISM2001 -- b;", "ISM1001|a ISM2001|b")]
    public void Several_stand_in_one_annotation(string text, string expected)
    {
        var reading = SuppressionParser.ReadAll(text, Range, Scope, "shop");
        Assert.Empty(reading.Problems);
        Assert.Equal(expected, string.Join(' ', reading.Suppressions.Select(item => $"{item.RuleId}|{item.Reason}")));
        Assert.All(reading.Suppressions, item => Assert.Equal("shop", item.Namespace));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    public void An_empty_annotation_is_told(string text) => Assert.NotEmpty(SuppressionParser.ReadAll(text, Range, Scope).Problems);

    private static SuppressionReading One(string text) => SuppressionParser.ReadOne(text, 0, text.Length, Range, Scope, removal: null);

    private static TextRange Range(int start, int length) => new(start, length);
}
