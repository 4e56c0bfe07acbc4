using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IsolationModel.Descriptors;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>The set-ups that the page of editors shows can be read by what they are for, and what they name exists.</summary>
public sealed partial class EditorSetupTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "editors");

    private static string Page => File.ReadAllText(Path.Combine(Folder, "README.md"));

    [Fact]
    public void Json_on_the_page_is_json()
    {
        var blocks = Blocks("json");

        Assert.NotEmpty(blocks);
        Assert.All(blocks, static block => Assert.NotNull(JsonNode.Parse(block)));
    }

    [Fact]
    public void Schemas_that_are_named_exist_in_the_version_that_is_named()
    {
        var text = string.Join('\n', Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        var addresses = Addresses().Matches(text);

        Assert.NotEmpty(addresses);
        Assert.All(addresses, static address =>
        {
            Assert.Equal(ProductInfo.Version, address.Groups["version"].Value);
            Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, address.Groups["path"].Value)), address.Value);
        });
        Assert.Equal(["schema/isolation-model.schema.json", "schema/isolation.schema.json"], addresses.Select(static address => address.Groups["path"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_that_the_page_links_to_exist() => Assert.All(
        Links().Matches(Page).Select(static link => link.Groups["target"].Value).Where(static target => !target.StartsWith("http", StringComparison.Ordinal)),
        static target => Assert.True(Path.Exists(Path.Combine(Folder, target)), target));

    [Fact]
    public void The_set_up_of_Helix_is_TOML()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "helix", "languages.toml"));

        // Under the name of a file that is read as TOML; a mistake in it would be told.
        Assert.Empty(DescriptorReader.Read("containerd/config.toml", text, DescriptorExpectation.Expected, TestContext.Current.CancellationToken).Findings);
    }

    [Fact]
    public void The_extension_of_VS_Code_names_what_is_there()
    {
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "vscode", "package.json")))!;

        Assert.Equal(ProductInfo.Version, (string)package["version"]!);
        Assert.True(File.Exists(Path.Combine(Folder, "vscode", (string)package["main"]!)));
        Assert.StartsWith(ProductInfo.ProjectUrl, (string)package["repository"]!["url"]!, StringComparison.Ordinal);
        var prepared = File.ReadAllText(Path.Combine(Folder, "vscode", "prepare.js"));
        Assert.All((JsonArray)package["contributes"]!["jsonValidation"]!, schema => Assert.Contains($"'{((string)schema!["url"]!)[2..]}'", prepared, StringComparison.Ordinal));

        // A folder that somebody opens must not be able to say what is started.
        Assert.Equal("machine", (string)package["contributes"]!["configuration"]!["properties"]!["isolation.command"]!["scope"]!);
    }

    private static List<string> Blocks(string language) => [.. Fences().Matches(Page).Where(block => block.Groups["language"].Value == language).Select(static block => block.Groups["text"].Value)];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Fences();

    [GeneratedRegex(@"https://raw\.githubusercontent\.com/isolation-model/IsolationModel\.SDK/v(?<version>[0-9.]+)/(?<path>[a-z./-]+\.json)", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\]\((?<target>[^)#]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();
}
