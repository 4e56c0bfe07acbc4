using System.Text;
using IsolationModel.Descriptors.Yaml.Syntax;

namespace IsolationModel.Conformance.Yaml;

/// <summary>What a text says, event by event, as the YAML test suite writes it: <c>=VAL &amp;a :text</c>.</summary>
/// <param name="Events">The events, a line each.</param>
/// <param name="Problem">Why the text cannot be read; null where it can.</param>
internal sealed record EventText(string Events, string? Problem)
{
    /// <summary>What the product reads.</summary>
    public static EventText Of(string text)
    {
        var events = YamlEvents.Take();
        var lines = new StringBuilder("+STR\n");
        try
        {
            events.Room = int.MaxValue;
            var reader = new YamlDocumentReader(text, text.StartsWith('\ufeff') ? 1 : 0, text.Length, events, TestContext.Current.CancellationToken);
            while (reader.Read())
            {
                for (var i = 0; i < events.Count; i++)
                {
                    lines.Append(Line(events[i])).Append('\n');
                    ExpectPlace(text, events[i]);
                }
            }

            return new EventText(lines.Append("-STR\n").ToString(), null);
        }
        catch (YamlSyntaxException broken)
        {
            return new EventText(string.Empty, broken.Problem.Message);
        }
        finally
        {
            events.Return();
        }
    }

    /// <summary>The texts of the scalars without properties.</summary>
    public IEnumerable<string> Values() => Events.Split('\n').Where(static line => line.StartsWith("=VAL ", StringComparison.Ordinal)).Select(static line => line[6..]);

    /// <summary>A line for a scalar.</summary>
    public static string Scalar(string properties, char sign, string value) => $"=VAL{properties} {sign}{Escaped(value)}";

    /// <summary>A text in one line.</summary>
    public static string Escaped(string value) => value
        .Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal)
        .Replace("\r", @"\r", StringComparison.Ordinal).Replace("\b", @"\b", StringComparison.Ordinal);

    private static string Line(in YamlEvent read)
    {
        var properties = (read.Properties.Anchor is { } anchor ? $" &{anchor}" : string.Empty) + (read.Properties.Tag is { } tag ? $" <{tag}>" : string.Empty);
        return read.Kind switch
        {
            YamlEventKind.DocumentStart => "+DOC" + (read.Style == YamlStyle.Marked ? " ---" : string.Empty),
            YamlEventKind.DocumentEnd => "-DOC" + (read.Style == YamlStyle.Marked ? " ..." : string.Empty),
            YamlEventKind.SequenceStart => "+SEQ" + (read.Style == YamlStyle.Flow ? " []" : string.Empty) + properties,
            YamlEventKind.SequenceEnd => "-SEQ",
            YamlEventKind.MappingStart => "+MAP" + (read.Style == YamlStyle.Flow ? " {}" : string.Empty) + properties,
            YamlEventKind.MappingEnd => "-MAP",
            YamlEventKind.Alias => $"=ALI *{read.Value}",
            _ => Scalar(properties, Sign(read.Style), read.Value!),
        };
    }

    private static char Sign(YamlStyle style) => style switch
    {
        YamlStyle.SingleQuoted => '\'',
        YamlStyle.DoubleQuoted => '"',
        YamlStyle.Literal => '|',
        YamlStyle.Folded => '>',
        _ => ':',
    };

    /// <summary>Edits and findings rest on places: each lies in the text, and a scalar that is said to stand there as it is does.</summary>
    private static void ExpectPlace(string text, in YamlEvent read)
    {
        Assert.InRange(read.Start, 0, text.Length);
        Assert.InRange(read.End, read.Start, text.Length);
        if (read.Kind == YamlEventKind.Scalar && read.ContentStart >= 0)
        {
            Assert.Equal(read.Value, text.Substring(read.ContentStart, read.Value!.Length));
        }
    }
}
