using System.Text.Json;
using CsCheck;
using IsolationModel.Cli.Output;

namespace IsolationModel.Cli.Tests.Reports;

/// <summary>JSON that is printed into the log of a build must command nothing there, and must mean the same.</summary>
public sealed class JsonStreamTests
{
    [Fact]
    public void No_text_holds_a_command_and_each_keeps_its_value() => Gen
        .OneOf("#", "##", "##vso[task.complete]", "##[error]", "##teamcity[x]", "a", "\\", "\"", "\n", "\u00fc").Array[1, 12]
        .Sample(parts =>
        {
            var text = string.Concat(parts);
            using var written = new MemoryStream();
            using (var json = JsonText.To(written))
            {
                json.WriteStartObject();
                json.WriteString(text, text);
                json.WriteEndObject();
            }

            Assert.DoesNotContain("##", ToolHost.Utf8.GetString(written.ToArray()), StringComparison.Ordinal);
            var read = Assert.Single(JsonDocument.Parse(written.ToArray()).RootElement.EnumerateObject());
            Assert.Equal((text, text), (read.Name, read.Value.GetString()));
        });

    /// <summary>What is written in any blocks comes to the same.</summary>
    [Fact]
    public void Where_a_block_ends_does_not_matter() => Gen.Select(Gen.OneOf("#", "a").Array[0, 20], Gen.Int[1, 5]).Sample((parts, block) =>
    {
        var bytes = ToolHost.Utf8.GetBytes(string.Concat(parts));
        using var whole = new MemoryStream();
        using var inBlocks = new MemoryStream();
        using (var stream = new JsonStream(whole))
        {
            stream.Write(bytes);
        }

        using (var stream = new JsonStream(inBlocks))
        {
            foreach (var part in bytes.Chunk(block))
            {
                stream.Write(part);
            }
        }

        Assert.Equal(whole.ToArray(), inBlocks.ToArray());
    });
}
