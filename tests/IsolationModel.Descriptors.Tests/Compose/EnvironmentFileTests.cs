using IsolationModel.Descriptors.Compose;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>Environment files: the cases are those of Docker's documentation ("Syntax for environment files in Docker Compose") and of compose-go (dotenv).</summary>
public sealed class EnvironmentFileTests
{
    [Theory]
    [InlineData("VAR=VAL", "VAL")]
    [InlineData("VAR=\"VAL\"", "VAL")]
    [InlineData("VAR='VAL'", "VAL")]
    [InlineData("VAR: VAL", "VAL")]
    [InlineData("  VAR =  VAL  ", "VAL")]
    [InlineData("export VAR=VAL", "VAL")]
    [InlineData("# comment\n\nVAR=VAL\n", "VAL")]
    [InlineData("VAR=VAL # comment", "VAL")]
    [InlineData("VAR=VAL# not a comment", "VAL# not a comment")]
    [InlineData("VAR=\"VAL # not a comment\"", "VAL # not a comment")]
    [InlineData("VAR=\"VAL\" # comment", "VAL")]
    [InlineData("VAR=# comment", "")]
    [InlineData("VAR=", "")]
    [InlineData("VAR=\"\"\nOTHER=x", "")]
    [InlineData("VAR=VAL\r\nOTHER=x\r\n", "VAL")]
    [InlineData("\ufeffVAR=VAL", "VAL")]
    [InlineData("A=x\nVAR=$A", "x")]
    [InlineData("A=x\nVAR=\"${A}y\"", "xy")]
    [InlineData("A=x\nVAR='$A'", "$A")]
    [InlineData("A=x\nVAR=\"\\$A\"", "$A")]
    [InlineData("VAR=${OTHER:-default}", "default")]
    [InlineData("VAR=\"some\\tvalue\"", "some\tvalue")]
    [InlineData("VAR='Let\\'s go!'", "Let\\")]
    [InlineData("VAR=\"{\\\"hello\\\": \\\"json\\\"}\"", "{\"hello\": \"json\"}")]
    [InlineData("VAR=\"two\nlines\"", "two\nlines")]
    [InlineData("VAR=one\nVAR=two", "two")]
    [InlineData("VAR=http://example.com?a=b", "http://example.com?a=b")]
    public void A_value_is_read(string text, string expected) => Assert.Equal(expected, Read(text)["VAR"].Text);

    [Theory]
    [InlineData("VAR")]
    [InlineData("export VAR\n")]
    [InlineData("VAR=$OTHER")]
    [InlineData("OTHER\nVAR=${OTHER}")]
    public void A_value_from_outside_is_not_known(string text) => Assert.Null(Read(text)["VAR"].Text);

    [Theory]
    [InlineData("A=1\n=x\nVAR=y")]
    [InlineData("A=1\nVAR=\"never ends\n")]
    [InlineData("A=1\n{ \"VAR\": \"json\" }")]
    public void Behind_what_is_broken_nothing_is_read(string text)
    {
        var values = Read(text);

        Assert.Equal("1", values["A"].Text);
        Assert.False(values.ContainsKey("VAR"));
    }

    [Fact]
    public void A_value_has_its_place()
    {
        var place = Read("# x\nVAR=runsc\n")["VAR"].Place;

        Assert.Equal(("prod.env", 2, 5, 2, 10), (place.File, place.Start.Line, place.Start.Column, place.End.Line, place.End.Column));
    }

    private static IReadOnlyDictionary<string, VariableValue> Read(string text) => EnvironmentFile.Read("prod.env", text, new LineMap(text), static _ => null);
}
