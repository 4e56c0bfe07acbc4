using System.Text.Json;

namespace IsolationModel.Cli.Tests.Support;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>The first lines of findings: those that compilers would write.</summary>
    public IReadOnlyList<string> FindingLines =>
        [.. Output.Split('\n').Where(line => line.Length > 0 && line[0] != ' ').SkipLast(1)];

    /// <summary>The last line.</summary>
    public string Summary => Output.TrimEnd('\n').Split('\n')[^1];

    /// <summary>A command line that cannot be followed: exit code 2, no answer, and lines that say why.</summary>
    public void AssertRefused(string why)
    {
        Assert.Equal(2, ExitCode);
        Assert.Empty(Output);
        Assert.Contains(why, Error, StringComparison.Ordinal);
        Assert.All(Error.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("isolation: ", line, StringComparison.Ordinal));
    }

    /// <summary>Standard output as JSON.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }
}
