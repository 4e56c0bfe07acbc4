using IsolationModel.Cli.Input;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Judging;
using IsolationModel.Findings;
using IsolationModel.Suppressions;
using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>The edit that accepts a finding where it stands, by a comment in a line of its own.</summary>
internal static class SuppressionEdit
{
    /// <summary>Stands where the reason belongs. It counts as one, so that the finding goes; whoever reads the change sees that it is none.</summary>
    public const string Reason = "reason to be written";

    /// <summary>The edit; null where no comment can accept the finding, which is found out by reading what the file would be.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public static TextEdit? For(Finding finding, Judgement judgement, OpenDocument document, CancellationToken cancellationToken)
    {
        if (!SuppressionParser.CanSuppress(finding.Rule) || document.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || finding.Range.End > document.Content.Text.Length)
        {
            return null;
        }

        var input = judgement.Session.Input.Inputs.Files.FirstOrDefault(input => string.Equals(input.FullPath, document.Path, StringComparison.Ordinal));
        if (input is null)
        {
            return null;
        }

        var text = document.Content.Text;
        var line = document.Content.LineAt(document.Content.PositionOf(finding.Range.Start).Line);
        var indentation = text[line.Start..line.End].Length - text[line.Start..line.End].TrimStart(' ').Length;
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var comment = $"{new string(' ', indentation)}# isolation: disable {finding.Rule.Id} -- {Reason}{end}";
        var edit = new TextEdit(new TextRange(line.Start, 0), comment);

        var read = DescriptorLoader.Read(judgement.Session.Input.Inputs, input, text.Insert(line.Start, comment), cancellationToken);
        var (start, stop) = (finding.Range.Start + comment.Length, finding.Range.End + comment.Length);
        return read.Suppressions.Any(suppression => string.Equals(suppression.RuleId, finding.Rule.Id, StringComparison.Ordinal)
            && string.Equals(suppression.Reason, Reason, StringComparison.Ordinal) && suppression.Scope.Start <= start && stop <= suppression.Scope.End) ? edit : null;
    }
}
