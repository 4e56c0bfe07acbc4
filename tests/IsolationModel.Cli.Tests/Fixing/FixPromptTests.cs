using System.Text;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests.Fixing;

/// <summary><c>isolation fix --interactive</c>: three files, each with one fix, are asked for in order.</summary>
public sealed class FixPromptTests
{
    private const string Question = "make this change? [y]es, [n]o, [a]ll that follow, [q]uit: ";

    [Theory]
    [InlineData("y\ny\ny\n", "abc", 3)]
    [InlineData("n\ny\nn\n", "b", 3)]
    [InlineData("n\na\n", "bc", 2)]
    [InlineData("y\nq\n", "a", 2)]
    [InlineData("q\n", "", 1)]
    [InlineData("y\n", "a", 2)] // whoever goes away has quit
    [InlineData("what?\nYES\nn\nno\n", "a", 4)]
    public void Each_change_is_asked_for(string answers, string changed, int questions)
    {
        using var workspace = new Workspace();
        foreach (var name in "abc")
        {
            workspace.Add($"{name}.yaml", Samples.Misspelt);
        }

        var run = workspace.RunWithInput(Encoding.UTF8.GetBytes(answers), "fix", ".", "--interactive");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(questions, run.Error.Split(Question).Length - 1);
        Assert.Equal(changed, string.Concat("abc".Where(name => File.ReadAllText(workspace.PathOf($"{name}.yaml")) != Samples.Misspelt)));
        if (changed.Length < 3)
        {
            Assert.Contains($"    {3 - changed.Length} ISM1101 UnknownNeed: the fix was declined\n", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_change_is_shown_before_it_is_asked_for()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Misspelt);
        var run = workspace.RunWithInput("n\n"u8.ToArray(), "fix", "a.yaml", "--interactive");
        Assert.Contains("a.yaml(6,31): error ISM1101: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n-    isolationmodel.dev/needs: untrusted-cod\n+    isolationmodel.dev/needs: untrusted-code\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anybody_to_answer_nothing_is_changed()
    {
        using var workspace = new Workspace().Add("a.yaml", Samples.Misspelt);
        var run = workspace.Run("fix", "a.yaml", "--interactive");
        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("isolation: --interactive: nobody answers on standard input, so nothing was changed\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(Samples.Misspelt, File.ReadAllText(workspace.PathOf("a.yaml")));
    }

    [Fact]
    public void A_descriptor_and_answers_cannot_both_come_from_standard_input()
    {
        using var workspace = new Workspace();
        workspace.Run("fix", "-", "--interactive").AssertRefused("--interactive reads answers from standard input");
    }
}
