using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>What every answer for people keeps to.</summary>
public sealed class TextPageTests
{
    public static TheoryData<string> Questions => new(
        "recommend --scenario serverless --need hostile-tenants --sensitivity",
        "explain kata --under privileged,hostPath=/etc --need untrusted-code",
        "explain 虚拟化",
        "compare virtualization containerization sandboxing",
        "tree",
        "tree --answer q2=yes --answer q3=yes",
        "model list",
        "model validate",
        "model diff --claims");

    [Theory]
    [MemberData(nameof(Questions))]
    public void Redirected_output_has_no_escape_codes_and_no_blanks_at_the_end_of_lines(string question)
    {
        using var workspace = new Workspace();

        var output = workspace.Run(question.Split(' ')).Output;

        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\r', output);
        Assert.All(output.Split('\n'), line => Assert.False(line.EndsWith(' '), line));
        Assert.Equal(output, workspace.Run(question.Split(' ')).Output);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_terminal_is_not_overrun(string question)
    {
        const int width = 120;
        using var workspace = new Workspace { Width = width };
        using var wide = new Workspace();

        var output = workspace.Run(question.Split(' ')).Output;

        Assert.All(output.Split('\n'), line => Assert.InRange(TextLayout.WidthOf(line), 0, width));
        Assert.Equal(Letters(wide.Run(question.Split(' ')).Output), Letters(output));
    }

    [Fact]
    public void Colours_are_for_terminals_that_have_them()
    {
        using var workspace = new Workspace { UsesColor = true };

        Assert.Contains("\u001b[32msuitable\u001b[0m", workspace.Run("recommend", "--level", "high").Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', workspace.Run("recommend", "--level", "high", "--format", "json").Output);
    }

    [Fact]
    public void Names_from_a_model_cannot_control_the_terminal()
    {
        using var workspace = new Workspace { UsesColor = true };
        workspace.Add("policy.isolation.json", Samples.Policy.Replace("Contoso Strong", "Contoso\\u001b[2J\\nStrong", StringComparison.Ordinal));

        var output = workspace.Run("model", "find", "contoso", "--model", "policy.isolation.json").Output;

        Assert.DoesNotContain("\u001b[2J", output, StringComparison.Ordinal);
        Assert.Contains("Contoso\\u001B[2J\\nStrong", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("unbreakable", 4, "unbr|eaka|ble")]
    [InlineData("  a b c", 5, "  a b|  c")]
    [InlineData("分钟级启动", 4, "分钟|级启|动")]
    [InlineData("at most 10 %, or less", 10, "at most|10 %, or|less")]
    [InlineData("scenario:financial-trading", 20, "scenario:financial-|trading")]
    [InlineData("a-b-c-d", 3, "a-|b-|c-d")]
    [InlineData("", 4, "")]
    public void Lines_break_between_words_where_they_can(string text, int width, string expected) =>
        Assert.Equal(expected, string.Join('|', TextLayout.Wrap(text, width)));

    /// <summary>What was written, whatever its layout.</summary>
    private static string Letters(string output) => string.Concat(output.Where(character => !char.IsWhiteSpace(character)).Order());
}
