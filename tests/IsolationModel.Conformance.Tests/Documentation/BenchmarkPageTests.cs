using System.Text.RegularExpressions;

namespace IsolationModel.Conformance.Documentation;

/// <summary>The page of benchmarks and the program that measures speak of the same commands.</summary>
public sealed partial class BenchmarkPageTests
{
    private const string Folder = "tests/IsolationModel.Benchmarks";

    private static readonly string Page = Repository.Read($"{Folder}/BENCHMARKS.md");

    /// <summary>What stands behind <c>--</c> in each command of the page.</summary>
    public static TheoryData<string> Commands => new(Command().Matches(Page).Select(match => match.Groups["arguments"].Value.Trim()).Distinct().Order(StringComparer.Ordinal));

    private static string[] Sources => Directory.GetFiles(Repository.PathOf(Folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();

    /// <summary>The verbs that users type: the others are how the program calls itself.</summary>
    private static string[] Verbs => Sources.SelectMany(source => Verb().Matches(source)).Select(match => match.Groups["name"].Value).ToArray();

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_of_the_page_is_one_of_the_program(string arguments)
    {
        var words = arguments.Split(' ');
        if (!words[0].StartsWith('-'))
        {
            Assert.Contains(words[0], Verbs);
            return;
        }

        var categories = Sources.SelectMany(source => Category().Matches(source)).Select(match => match.Groups["name"].Value).ToArray();
        Assert.All(words.SkipWhile(word => word != "--anyCategories").Skip(1).TakeWhile(word => !word.StartsWith('-')), word => Assert.Contains(word, categories));
        Assert.Contains("--anyCategories", words);
    }

    [Fact]
    public void Every_verb_of_the_program_is_on_the_page()
    {
        Assert.NotEmpty(Verbs);
        Assert.All(Verbs, verb => Assert.Contains($"-- {verb}", Page, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^dotnet run -c Release --project tests/IsolationModel\.Benchmarks -- (?<arguments>.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^\s+new\(""(?<name>[a-z-]+)"", ", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\[BenchmarkCategory\(""(?<name>\w+)""\)\]")]
    private static partial Regex Category();
}
