using IsolationModel.Findings;

namespace IsolationModel.Descriptors.Tests.Compose;

/// <summary>Edits of what stands in one of several files.</summary>
public sealed class ComposeFixTests
{
    private const string Base = "x-isolation: level:medium\nservices:\n  web:\n    image: a\n";

    /// <summary>The file that has the value is edited, whether it is alone or one of a project.</summary>
    [Theory]
    [InlineData("compose.yaml", "", "    privileged: true\n")]
    [InlineData("compose.override.yaml", "services:\n  web:\n", "    privileged: true\n")]
    [InlineData("compose.override.yaml", "# beside it\nservices:\n  db: { image: b }\n  web:\n", "    cap_add: [SYS_ADMIN]\n")]
    [InlineData("compose.yaml", "", "    pid: host\n")]
    [InlineData("compose.override.yaml", "services:\n  web:\n    labels: { a: b }\n", "    security_opt: [seccomp=unconfined]\n")]
    public void A_setting_is_taken_back_where_it_stands(string path, string before, string setting)
    {
        var isAlone = path == "compose.yaml";
        var text = (isAlone ? Base : before) + setting;
        ComposeRun Run(string changed) => isAlone ? new ComposeRun().Add(path, changed) : new ComposeRun().Add("compose.yaml", Base).Add(path, changed);

        var finding = Assert.Single(Run(text).Evaluate().Findings);

        Assert.Equal((path, "ISM2001"), (finding.File, finding.Rule.Id));
        Assert.NotNull(finding.FixTitle);
        Assert.Empty(Run(Apply(text, finding)).Evaluate().Findings);
    }

    /// <summary>A service that inherits is edited in itself, not in what others inherit as well.</summary>
    [Fact]
    public void A_runtime_is_added_to_the_service_and_not_to_what_it_extends()
    {
        const string text = "services:\n  base:\n    image: a\n  web:\n    extends: base\n    x-isolation: untrusted-code\n  other:\n    extends: base\n";
        var finding = Assert.Single(new ComposeRun().Add("compose.yaml", text).Evaluate().Findings);

        Assert.Equal("ISM1001", finding.Rule.Id);
        foreach (var edit in finding.Edits)
        {
            Assert.InRange(edit.Range.Start, text.IndexOf("    extends", StringComparison.Ordinal), text.IndexOf("  other", StringComparison.Ordinal));
        }
    }

    private static string Apply(string text, Finding finding) => finding.Edits
        .OrderByDescending(static edit => edit.Range.Start)
        .Aggregate(text, static (current, edit) => string.Concat(current.AsSpan(0, edit.Range.Start), edit.NewText, current.AsSpan(edit.Range.End)));
}
