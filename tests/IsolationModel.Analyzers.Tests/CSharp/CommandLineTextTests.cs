using System.Diagnostics;
using System.Reflection;
using IsolationModel.Analyzers.CSharp;
using IsolationModel.Analyzers.CSharp.Containers;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Command lines are taken apart as the framework does that starts them.</summary>
public sealed class CommandLineTextTests
{
    private static IReadOnlyList<Data.DataScalar> Split(string text, int start = 0) =>
        CommandLineText.Split([new TextPiece(text, start, new TextSpan(Math.Max(0, start), text.Length), IsOpen: false)]);

    [Fact]
    public void Random_lines_are_split_as_the_framework_splits_them()
    {
        var parse = typeof(Process).GetMethod("ParseArgumentsIntoList", BindingFlags.NonPublic | BindingFlags.Static, [typeof(string), typeof(List<string>)]);
        Assert.SkipWhen(parse is null, "the framework has no such method on this system");
        const string letters = "ab \t\"\"\\\\";
        var random = new Random(20261126);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string(Enumerable.Range(0, random.Next(14)).Select(_ => letters[random.Next(letters.Length)]).ToArray());
            var expected = new List<string>();
            parse.Invoke(null, [text, expected]);
            Assert.Equal(expected, Split(text).Select(argument => argument.Value));
        }
    }

    [Fact]
    public void Random_lines_in_pieces_are_split_as_in_one()
    {
        const string letters = "ab \"\\";
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new string(Enumerable.Range(0, random.Next(12)).Select(_ => letters[random.Next(letters.Length)]).ToArray());
            var cut = random.Next(text.Length + 1);
            TextPiece[] pieces = [new(text[..cut], 0, new TextSpan(0, cut), IsOpen: false), new(text[cut..], cut, new TextSpan(cut, text.Length - cut), IsOpen: false)];
            Assert.Equal(Split(text).Select(argument => argument.Value), CommandLineText.Split(pieces).Select(argument => argument.Value));
        }
    }

    [Theory]
    [InlineData("run  --rm nginx", "10:3 run|15:4 --rm|20:5 nginx")]
    [InlineData("run \"a b\" c", "10:3 run|15:3 a b|20:1 c")]
    [InlineData("a\"b\"c d", "10:5 abc|16:1 d")]
    [InlineData("a\\\"b", "10:4 a\"b")]
    public void An_argument_stands_where_its_characters_stand(string text, string places) =>
        Assert.Equal(places, string.Join('|', Split(text, start: 10).Select(argument => $"{argument.Range.Start}:{argument.Range.Length} {argument.Value}")));

    [Fact]
    public void What_is_not_known_keeps_to_its_argument()
    {
        TextPiece[] pieces = [new("run --runtime=", 0, new TextSpan(0, 14), false), new("${given}", -1, new TextSpan(14, 7), true), new(" nginx", 21, new TextSpan(21, 6), false)];
        Assert.Equal(
            ["run False", "--runtime=${given} True", "nginx False"],
            CommandLineText.Split(pieces).Select(argument => $"{argument.Value} {argument.IsUnresolved}"));
    }
}
