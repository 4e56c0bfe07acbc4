using CsCheck;
using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes.Policies;
using IsolationModel.Descriptors.Yaml;
using YamlDotNet.RepresentationModel;

namespace IsolationModel.Conformance.Yaml;

/// <summary>Whatever a text is, what is written of it in a policy is read back as that text, by our reader and by YamlDotNet.</summary>
public sealed class WrittenTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        "a", "b c", "1", " ", "\n", "\r", "\t", ":", ": ", " #", "- ", "?", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "---", "...", "true", "null", "~",
        "\u0000", "\u001b", "\u0085", "\u2028", "\ufeff", "\ufffe", "\uffff", "\U0001f600", "\ud83d", "\ude00", "é")
        .Array[0, 5].Select(string.Concat);

    [Fact]
    public void A_text_is_read_back() => Gen.Select(Texts, Texts, Texts).Sample((comment, key, value) =>
    {
        var yaml = new YamlText();
        for (var i = 0; i < 2; i++)
        {
            yaml.Document(comment, () =>
            {
                yaml.Field("key", () => yaml.Field(key, value));
                yaml.Comment(comment);
                yaml.Items("items", () =>
                {
                    yaml.Item(() =>
                    {
                        yaml.Expression("expression", value);
                        yaml.Texts("texts", key, value);
                    });
                    yaml.Item(() => yaml.Field("empty", static () => { }));
                });
                yaml.Items("none", static () => { });
            });
        }

        string[] expected = ["key", Whole(key), Whole(value), "items", "expression", Whole(value), "texts", Whole(key), Whole(value), "empty", "none"];
        Assert.Equal([.. expected, .. expected], Ours(yaml.ToString()));
        Assert.Equal([.. expected, .. expected], Theirs(yaml.ToString()));
    });

    /// <summary>Halves of characters cannot be written.</summary>
    private static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static List<string> Ours(string text)
    {
        var stream = YamlTreeReader.Read(text, TestContext.Current.CancellationToken);
        Assert.Empty(stream.Problems);
        return [.. stream.Documents.SelectMany(Scalars)];
    }

    private static IEnumerable<string> Scalars(DataNode node) => node switch
    {
        DataScalar scalar => [scalar.Value],
        DataMapping mapping => mapping.Entries.SelectMany(static entry => Scalars(entry.Value).Prepend(entry.Key.Value)),
        DataSequence sequence => sequence.Items.SelectMany(Scalars),
        _ => [],
    };

    private static List<string> Theirs(string text)
    {
        var stream = new YamlDotNet.RepresentationModel.YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.SelectMany(static document => Scalars(document.RootNode))];
    }

    private static IEnumerable<string> Scalars(YamlNode node) => node switch
    {
        YamlScalarNode scalar => [scalar.Value!],
        YamlMappingNode mapping => mapping.Children.SelectMany(static entry => Scalars(entry.Value).Prepend(((YamlScalarNode)entry.Key).Value!)),
        YamlSequenceNode sequence => sequence.Children.SelectMany(Scalars),
        _ => [],
    };
}
