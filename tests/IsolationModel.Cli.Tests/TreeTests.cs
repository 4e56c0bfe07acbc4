using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

public sealed class TreeTests
{
    [Fact]
    public void The_tree_is_shown_with_its_questions_and_recommendations()
    {
        using var workspace = new Workspace();

        var text = workspace.Run("tree");
        var json = workspace.Run("tree", "--format", "json").Json();

        Assert.Equal(0, text.ExitCode);
        Assert.All(["q1 ", "q1a", "q4a", "Running untrusted code?", "K3s + WasmEdge"], word => Assert.Contains(word, text.Output, StringComparison.Ordinal));
        Assert.Equal("founding-document", json.GetProperty("tree").GetString());
        Assert.Equal(4, json.GetProperty("questions").GetArrayLength());
        Assert.Equal("q1a", json.GetProperty("questions")[0].GetProperty("refine").GetProperty("id").GetString());
    }

    [Fact]
    public void Answers_lead_to_a_recommendation()
    {
        using var workspace = new Workspace();

        var run = workspace.Run("tree", "--answer", "q3=yes", "--answer", "q3a:yes", "--answer", "q4=no");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Recommended: WebAssembly sandbox", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recommendation_that_fails_an_answer_is_warned_of()
    {
        using var workspace = new Workspace();

        var text = workspace.Run("tree", "--answer", "q2=yes", "--answer", "q3=yes");
        var json = workspace.Run("tree", "--answer", "q2=yes", "--answer", "q3=yes", "--format", "json");

        Assert.Equal(1, text.ExitCode);
        Assert.Contains("this recommendation does not meet: Running untrusted code?; suitable: ", text.Output, StringComparison.Ordinal);
        Assert.Contains("q3: boundary at least software-sandbox, found shared-kernel", text.Output, StringComparison.Ordinal);
        Assert.Equal(1, json.ExitCode);
        Assert.True(json.Json().GetProperty("contradiction").GetBoolean());
        Assert.Equal("q3", json.Json().GetProperty("unmet")[0].GetProperty("question").GetString());
        Assert.Contains("gvisor", json.Json().GetProperty("suitable").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public void A_tree_without_an_answer_says_so()
    {
        using var workspace = new Workspace();

        var run = workspace.Run("tree", "--answer", "q1=no", "--answer", "q1a=yes");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the tree has no answer", run.Output, StringComparison.Ordinal);
        Assert.Contains("q1a has no effect", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_sets_of_answers_are_counted_by_recommendation()
    {
        using var workspace = new Workspace();

        var json = workspace.Run("tree", "--all", "--format", "json").Json();

        Assert.Equal(256, json.GetProperty("sets").GetInt32());
        var groups = json.GetProperty("groups").EnumerateArray().ToDictionary(group => group.GetProperty("recommendation").GetString() ?? "none", group => group.GetProperty("sets").GetInt32());
        Assert.Equal(256, groups.Values.Sum());
        Assert.Equal(64, groups["virtualisation"]);
        Assert.Equal(72, groups["Kata Containers + Kubernetes"]);
        Assert.Equal(32, groups["containerisation"]);
        Assert.Equal(16, groups["none"]);
        Assert.Equal(32, json.GetProperty("groups").EnumerateArray().Sum(group => group.GetProperty("contradicted").GetInt32()));
        Assert.Contains("all 256 sets of answers", workspace.Run("tree", "--all").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tree --answer q9=yes", "--answer: there is no question 'q9'; did you mean")]
    [InlineData("tree --answer q1=maybe", "write q1=yes or q1=no")]
    [InlineData("tree --answer q1", "write q1=yes or q1=no")]
    [InlineData("tree --answer q1=yes --answer q1=no", "answered with yes and with no")]
    [InlineData("tree --all --answer q1=yes", "leave --answer out")]
    [InlineData("tree --tree founding-documnet", "did you mean 'founding-document'?")]
    [InlineData("tree --anwser q1=yes", "did you mean '--answer'?")]
    public void What_cannot_be_followed_is_explained(string commandLine, string expected)
    {
        using var workspace = new Workspace();
        workspace.Run(commandLine.Split(' ')).AssertRefused(expected);
    }
}
