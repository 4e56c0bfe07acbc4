using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using IsolationModel.Cli.Output;
using IsolationModel.Cli.Tests.Reports;
using IsolationModel.Cli.Tests.Support;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IsolationModel.Cli.Tests.Security;

/// <summary>Whoever may name a pod, a file or a rule of a model gets a name shown, and nothing else: in every output of every command.</summary>
public sealed partial class HostileOutputTests
{
    public static TheoryData<string> Names { get; } = [.. HostileShop.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_command_writes_more_than_a_name(string name)
    {
        using var workspace = HostileShop.Of(name);
        foreach (var command in HostileShop.Commands)
        {
            var args = command.Select(arg => arg.Replace("*", name, StringComparison.Ordinal)).ToArray();

            var run = workspace.Run(args);

            Assert.DoesNotContain("unforeseen", run.Error, StringComparison.Ordinal);
            AssertPlain(run.Error, command);
            AssertPlain(run.Output, command, isJson: run.Output.StartsWith('{'));
        }
    }

    /// <summary>The same as on a terminal: in colours, with links, and wrapped.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_terminal_gets_no_command_but_ours(string name)
    {
        using var workspace = HostileShop.Of(name);
        foreach (var args in (string[][])[["check", "deploy"], ["fix", "deploy", "--dry-run"], ["explain", "deploy/pod.yaml:14", "--in", "deploy"], ["init", "deploy", "--dry-run"]])
        {
            using var output = new MemoryStream();
            using var error = new StringWriter { NewLine = "\n" };
            IsolationTool.Run(args, workspace.Host(output, error) with { UsesColor = true, UsesLinks = true, Width = 60 }, TestContext.Current.CancellationToken);

            // Wrapping may put any word in front; whoever searches lines for commands has no terminal.
            AssertPlain(error.ToString(), args, isWrapped: true);
            AssertPlain(OurSequence().Replace(Workspace.Text(output.ToArray()), string.Empty), args, isWrapped: true);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_holds_no_markup_of_others(string name)
    {
        using var plain = HostileShop.Of(HostileShop.Plain);
        using var workspace = HostileShop.Of(name);
        var page = Page(workspace);
        var expected = Page(plain);

        Assert.Equal(expected.QuerySelectorAll("script").Length, page.QuerySelectorAll("script").Length);
        Assert.Equal(expected.QuerySelectorAll("style").Length, page.QuerySelectorAll("style").Length);
        Assert.Subset(expected.All.Select(static element => element.LocalName).ToHashSet(), page.All.Select(static element => element.LocalName).ToHashSet());
        Assert.Subset(
            expected.All.SelectMany(static element => element.Attributes).Select(static attribute => attribute.Name).ToHashSet(),
            page.All.SelectMany(static element => element.Attributes).Select(static attribute => attribute.Name).ToHashSet());
        Assert.All(page.QuerySelectorAll("[href]"), static link => Assert.Matches("^(#|https://)", link.GetAttribute("href")!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reports_of_every_format_are_read_as_what_they_are(string name)
    {
        using var workspace = HostileShop.Of(name);
        var findings = workspace.Run("check", "deploy", "--model", "shop.isolation.json", "--format", "json").Json().GetProperty("findings").GetArrayLength();
        foreach (var format in ReportFormats.Names)
        {
            var text = workspace.Run("check", "deploy", "--model", "shop.isolation.json", "--format", format).Output;

            AssertPlain(text, [format], isJson: format is "json" or "sarif" or "github-sarif" or "gitlab", isAnnotated: format == "github");
            switch (format)
            {
                case "csv":
                    Assert.All(ReportReader.Csv(text).Skip(1).SelectMany(static record => record), static cell => Assert.DoesNotMatch(@"^\s*[=+\-@]", cell));
                    break;
                case "junit":
                    Assert.Equal("testsuites", XDocument.Parse(text).Root!.Name.LocalName);
                    break;
                case "markdown":
                    Assert.All(ReportReader.Links(text), static link => Assert.StartsWith(ProductInfo.ProjectUrl, link, StringComparison.Ordinal));
                    Assert.DoesNotMatch("<(?!/?(details|summary|table|tr|td|th|br|sub|a)\\b)[a-zA-Z/!]", text);
                    break;
                default:
                    break;
            }

            // A file may be called as if it were a place and a finding; then no line of a compiler says where its name ends.
            if (ReportReader.Formats.Contains(format) && !name.Contains("): ", StringComparison.Ordinal))
            {
                Assert.Equal(findings, ReportReader.Findings(format, text).Count);
            }
        }
    }

    /// <summary>Policies hold the names of an overlay's classes, as texts, and leave out those that no class can have.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Policies_hold_the_documents_that_they_would_hold_anyway(string name)
    {
        using var plain = HostileShop.Of("no class can be called so");
        using var workspace = HostileShop.Of(name);
        foreach (var policy in (string[])["vap", "kyverno", "gatekeeper"])
        {
            string[] args = ["export", "--policy", policy, "--level", "low", "--model", "shop.isolation.json"];
            var run = workspace.Run(args);
            AssertPlain(run.Output + run.Error, args);
            Assert.Equal(0, run.ExitCode);
            Assert.Equal(Shape(plain.Run(args).Output), Shape(run.Output));
        }
    }

    /// <summary>What <c>init</c> writes is read again, and so is what else is written.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Files_that_are_written_are_well_formed(string name)
    {
        using var workspace = HostileShop.Of(name);
        Assert.Equal(0, workspace.Run("init", "deploy").ExitCode);
        var check = workspace.Run("check", "deploy", "--write-baseline", "baseline.json");
        Assert.DoesNotContain("deploy/isolation.json(", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("deploy/platform.isolation.json(", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("baseline.json", workspace.Run("check", "deploy", "--baseline", "baseline.json").Error, StringComparison.Ordinal);
    }

    private static void AssertPlain(string text, IReadOnlyList<string> command, bool isJson = false, bool isAnnotated = false, bool isWrapped = false)
    {
        var what = string.Join(' ', command);
        foreach (var character in text)
        {
            var isHidden = CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            Assert.False(char.IsControl(character) && character is not ('\n' or '\r'), $"{what}: U+{(int)character:X4}");
            Assert.False(isHidden && !isJson, $"{what}: U+{(int)character:X4}");
        }

        Assert.All(text.Split('\n').Where(static line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)), line => Assert.True(isWrapped || (isAnnotated && Annotation().IsMatch(line)), $"{what}: {line}"));
        Assert.False(LogCommand().IsMatch(text), $"{what}: {text}");
        Assert.DoesNotMatch("(?m)^b\\.yaml\\(1,1\\): error ISM0000", text);
    }

    private static IDocument Page(Workspace workspace)
    {
        Assert.Equal(0, workspace.Run("report", "deploy", "--model", "shop.isolation.json", "--html", "report.html").ExitCode);
        var text = File.ReadAllText(workspace.PathOf("report.html"));
        AssertPlain(text, ["report"]);
        return new HtmlParser().ParseDocument(text);
    }

    /// <summary>The kinds of what a YAML stream holds, without its texts.</summary>
    private static string Shape(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var kinds = new List<string>();
        while (parser.MoveNext())
        {
            kinds.Add(parser.Current is Scalar ? "." : parser.Current!.GetType().Name);
        }

        return string.Join(' ', kinds);
    }

    [GeneratedRegex(@"^::(error|warning|notice) (file=[^:,]*,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?title=[^:]*::", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"##[a-zA-Z]*\[", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex LogCommand();

    /// <summary>Colours, and links to files and to the pages of rules.</summary>
    [GeneratedRegex(@"\u001b\[[0-9;]*m|\u001b\]8;;((file|https)://[\x21-\x7E]*)?\u001b\\", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex OurSequence();
}
