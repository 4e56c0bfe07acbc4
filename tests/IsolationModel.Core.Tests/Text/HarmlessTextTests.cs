using CsCheck;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Text;

public sealed class HarmlessTextTests
{
    [Theory]
    [InlineData("plain: a[0] # comment ## heading", "plain: a[0] # comment ## heading")]
    [InlineData("größe 中文 🚀", "größe 中文 🚀")]
    [InlineData("a\r\n\tb", @"a\r\n\tb")]
    [InlineData("\u001b[2J\u009b1m\u007f\0", @"\u001B[2J\u009B1m\u007F\u0000")]
    [InlineData("\u202Egpj\u2066\u200B\uFEFF\u2028", @"\u202Egpj\u2066\u200B\uFEFF\u2028")]
    [InlineData("\U000E0001\U0010FFFF\uE000", @"\U000E0001\U0010FFFF\uE000")]
    [InlineData("##vso[task.setvariable variable=x]y", @"\u0023#vso[task.setvariable variable=x]y")]
    [InlineData("Pod ##[error]x", @"Pod \u0023#[error]x")]
    [InlineData("a ##teamcity[x] b ##vso[y]", @"a \u0023#teamcity[x] b \u0023#vso[y]")]
    [InlineData("###[x]", @"#\u0023#[x]")]
    [InlineData("::error::x", @"\u003A:error::x")]
    [InlineData("  ::add-mask::x", @"  \u003A:add-mask::x")]
    [InlineData("a ::error::x", "a ::error::x")]
    [InlineData("std::map", "std::map")]
    [InlineData("#", "#")]
    [InlineData("##", "##")]
    [InlineData(":", ":")]
    [InlineData("", "")]
    public void What_is_not_visible_or_a_command_is_spelt_out(string text, string expected) => Assert.Equal(expected, HarmlessText.Of(text));

    /// <summary>Not a row above: an attribute keeps its texts as UTF-8, which has no halves of characters.</summary>
    [Fact]
    public void Half_of_a_character_is_spelt_out() => Assert.Equal(@"\uD800x\uDC00", HarmlessText.Of("\ud800x\udc00"));

    [Fact]
    public void What_is_long_is_cut_between_characters()
    {
        Assert.Equal(new string('a', 4000), HarmlessText.Of(new string('a', 4000)));
        Assert.Equal($"{new string('a', 4000)}... (4001 characters)", HarmlessText.Of(new string('a', 4001)));
        Assert.Equal($"{new string('a', 3999)}... (4001 characters)", HarmlessText.Of(new string('a', 3999) + "🚀"));
    }

    /// <summary>What went through it once can go through it again, and nothing of any text is left that a terminal or a log would follow.</summary>
    [Fact]
    public void Nothing_harmful_is_left_of_any_text() => Gen.OneOf(Gen.String, Gen.String["#:[] \r\n\u001b\u009b\u202Evso"]).Sample(text =>
    {
        var harmless = HarmlessText.Of(text);
        Assert.Equal(harmless, HarmlessText.Of(harmless));
        Assert.DoesNotContain(harmless, char.IsControl);
        Assert.DoesNotMatch("##[a-zA-Z]*\\[", harmless);
        Assert.DoesNotMatch("^\\s*::", harmless);
    });
}
