using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IsolationModel.Conformance.Yaml;

/// <summary>What YamlDotNet reads and writes, as the YAML test suite writes it.</summary>
internal static class OtherEvents
{
    /// <summary>What YamlDotNet reads.</summary>
    public static EventText Of(string text)
    {
        var lines = new StringBuilder("+STR\n");
        try
        {
            var parser = new Parser(new StringReader(text.TrimStart('\ufeff')));
            while (parser.MoveNext())
            {
                if (Line(parser.Current!) is { } line)
                {
                    lines.Append(line).Append('\n');
                }
            }

            return new EventText(lines.Append("-STR\n").ToString(), null);
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            return new EventText(string.Empty, broken.Message);
        }
    }

    private static string? Line(ParsingEvent read) => read switch
    {
        DocumentStart start => "+DOC" + (start.IsImplicit ? string.Empty : " ---"),
        DocumentEnd end => "-DOC" + (end.IsImplicit ? string.Empty : " ..."),
        SequenceStart sequence => "+SEQ" + (sequence.Style == SequenceStyle.Flow ? " []" : string.Empty) + Properties(sequence),
        SequenceEnd => "-SEQ",
        MappingStart mapping => "+MAP" + (mapping.Style == MappingStyle.Flow ? " {}" : string.Empty) + Properties(mapping),
        MappingEnd => "-MAP",
        AnchorAlias alias => $"=ALI *{alias.Value.Value}",
        Scalar scalar => EventText.Scalar(Properties(scalar), Sign(scalar.Style), scalar.Value),
        _ => null,
    };

    private static string Properties(NodeEvent node) =>
        (node.Anchor.IsEmpty ? string.Empty : $" &{node.Anchor.Value}") + (node.Tag.IsEmpty ? string.Empty : $" <{(node.Tag.IsNonSpecific ? "!" : node.Tag.Value)}>");

    private static char Sign(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => '\'',
        ScalarStyle.DoubleQuoted => '"',
        ScalarStyle.Literal => '|',
        ScalarStyle.Folded => '>',
        _ => ':',
    };
}
