using System.Collections.Immutable;
using CsCheck;
using IsolationModel.Text;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.Tests;

/// <summary>Edits travel with a diagnostic as a string.</summary>
public sealed class DescriptorFixTests
{
    [Fact]
    public void Edits_come_back_as_they_went()
    {
        var edits = Gen.Select(Gen.String, Gen.Int[0, 100], Gen.Int[0, 100], Gen.String).Select((text, start, length, replacement) => (text, start, length, replacement));
        edits.Sample(sample =>
        {
            var start = Math.Min(sample.start, sample.text.Length);
            var length = Math.Min(sample.length, sample.text.Length - start);
            var text = SourceText.From(sample.text);
            var fix = DescriptorFix.Read(Write(text, new TextEdit(new TextRange(start, length), sample.replacement), new TextEdit(new TextRange(0, 0), "1,2,3:")), text);
            return fix is { Title: "Mend" } && fix.Changes.SequenceEqual(
                [new TextChange(new TextSpan(start, length), sample.replacement), new TextChange(new TextSpan(0, 0), "1,2,3:")]);
        });
    }

    [Theory]
    [InlineData("name: api", true)]
    [InlineData("name: apis", true)]
    [InlineData("name: app", false)]
    [InlineData("name", false)]
    public void An_edit_is_given_only_for_the_characters_for_which_it_was_made(string later, bool isGiven)
    {
        var properties = Write(SourceText.From("name: api"), new TextEdit(new TextRange(6, 3), "web"));
        Assert.Equal(isGiven, DescriptorFix.Read(properties, SourceText.From(later)) is not null);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1,2:")]
    [InlineData("0,1,0:")]
    [InlineData("-1,0,0:")]
    [InlineData("0,0,99999999999:")]
    [InlineData("0,0,5:abc")]
    [InlineData("2147483647,2147483647,2147483647:")]
    public void What_is_no_edit_is_no_fix(string written)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add("fixTitle", "Mend").Add("edits", written);
        Assert.Null(DescriptorFix.Read(properties, SourceText.From("name: api")));
    }

    [Fact]
    public void An_edit_beyond_the_text_is_not_written() =>
        Assert.Empty(Write(SourceText.From("abc"), new TextEdit(new TextRange(2, 5), "x")));

    private static ImmutableDictionary<string, string?> Write(SourceText text, params TextEdit[] edits)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        DescriptorFix.Write(properties, "Mend", edits, text);
        return properties.ToImmutable();
    }
}
