using CsCheck;
using IsolationModel.Analyzers.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.Tests.CSharp;

public sealed class WordSearchTests
{
    [Theory]
    [InlineData("new V1Pod()", true)]
    [InlineData("V1Pod", true)]
    [InlineData("a.@V1Pod;", true)]
    [InlineData("V1PodSpec", false)]
    [InlineData("MyV1Pod", false)]
    [InlineData("V1Podé", false)]
    [InlineData("V1_Pod", false)]
    [InlineData("", false)]
    public void Whole_words_alone_count(string text, bool isIn) =>
        Assert.Equal(isIn, new WordSearch([["HostConfig"], ["V1Pod", "HostConfig"]]).OwnersIn(SourceText.From(text), TestContext.Current.CancellationToken) == 2);

    /// <summary>The text is looked at in pieces; a word may lie over the end of one.</summary>
    [Fact]
    public void A_word_is_found_wherever_it_stands() => Gen.Select(Gen.Int[0, 9000], Gen.Int[0, 5000]).Sample((before, after) =>
    {
        var text = new string('x', before / 2) + new string(' ', (before + 1) / 2) + "V1Pod" + new string('.', after);
        Assert.Equal(5UL, new WordSearch([["V1Pod"], ["V1Job"], ["V1Pod"]]).OwnersIn(SourceText.From(text), TestContext.Current.CancellationToken));
    });
}
