using System.Text;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Support;
using IsolationModel.Text;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>Names from files stay names, whatever a format makes of their characters.</summary>
public sealed class HostileNameTests
{
    public static TheoryData<string> Names { get; } =
    [
        "x\u001b[2J\u001b]0;t\u0007\nneighbour.yaml(1,1): error ISM0000: forged\u009b1m\u202egpj\u2028",
        "</failure></testcase>]]><x a='b'>&lt;&amp;&#0;",
        "a | b ` c <script>alert(1)</script> [x](http://example.org) @team #1 \\",
        "%0A::error::forged\r\n::add-mask::x,y:z",
        "=cmd|'/c calc'!A1",
        "\"quoted\", {0} {{x}} ${y} \\u0041",
        "\uFFFE\uFFFF\u0000\uE000 中文 🚀",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_name_is_read_back_as_it_is_shown(string name)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe.Replace("plugins", Quoted(name), StringComparison.Ordinal)).Add("neighbour.yaml", Samples.Unsafe);
        var shown = HarmlessText.Of($"Pod {name} needs 'untrusted-code'");

        foreach (var format in ReportReader.Formats)
        {
            var text = workspace.Run("check", "neighbour.yaml", "pod.yaml", "--format", format).Output;

            var findings = ReportReader.Findings(format, text);
            Assert.Equal(2, findings.Count);
            var finding = Assert.Single(findings, finding => finding.File == "pod.yaml");
            Assert.Equal(("ISM1001", "warning", 7), (finding.Rule, finding.Severity, finding.Line));
            Assert.StartsWith(shown, finding.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(text, static character => char.IsControl(character) && character != '\n');
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_name_is_one_cell(string name)
    {
        using var workspace = new Workspace();
        workspace.Add("pod.yaml", Samples.Unsafe.Replace("plugins", Quoted(name), StringComparison.Ordinal));

        var records = ReportReader.Csv(workspace.Run("check", "pod.yaml", "--format", "csv").Output);

        Assert.Equal(2, records.Count);
        Assert.All(records, record => Assert.Equal(19, record.Count));
        Assert.Equal(HarmlessText.Of(name), records[1][4].TrimStart('\''));
    }

    [Fact]
    public void Hostile_names_of_files_are_read_back()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "such names do not exist on Windows");
        string[] names = ["a\n\u001b[1mb.yaml", "100%, x:y.yaml", "=1|2`<b>&'\".yaml", "größe 🚀.yaml"];
        using var workspace = new Workspace();
        foreach (var name in names)
        {
            workspace.Add($"d/{name}", Samples.Unsafe);
        }

        var expected = names.Select(name => HarmlessText.Of($"d/{name}")).Order(StringComparer.Ordinal);
        foreach (var format in ReportReader.Formats)
        {
            Assert.Equal(expected, ReportReader.Findings(format, workspace.Run("check", "d", "--format", format).Output).Select(finding => finding.File).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The name as a YAML scalar.</summary>
    private static string Quoted(string name)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in name.EnumerateRunes())
        {
            text.Append(rune.Value is >= 0x20 and < 0x7F and not ('"' or '\\') ? rune.ToString() : $"\\U{rune.Value:X8}");
        }

        return text.Append('"').ToString();
    }
}
