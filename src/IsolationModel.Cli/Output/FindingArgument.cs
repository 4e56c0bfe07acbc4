using System.Globalization;
using System.Text;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output;

/// <summary>What stands behind a finding, for people: a line a step. The lines hold no character that is not visible.</summary>
internal static class FindingArgument
{
    /// <summary>The reasons, and what could be picked instead.</summary>
    public static IEnumerable<string> Lines(Finding finding)
    {
        foreach (var reason in finding.Reasons)
        {
            yield return HarmlessText.Of(reason);
        }

        if (finding.Alternatives.Count > 0)
        {
            yield return $"alternatives: {HarmlessText.Of(Alternatives(finding))}";
        }
    }

    /// <summary>The lines, other places and the help page.</summary>
    public static IEnumerable<string> AllLines(Finding finding)
    {
        foreach (var line in Lines(finding))
        {
            yield return line;
        }

        foreach (var related in finding.Related)
        {
            yield return $"see {FindingLine.Place(related.File, related.Start.Line, related.Start.Column)}: {HarmlessText.Of(related.Message)}";
        }

        yield return $"help: {finding.Rule.HelpUri.OriginalString}";
    }

    /// <summary>Best first: <c>gVisor (suitable), Kata Containers (suitable, shortfall 2), runwasi (unproven)</c>.</summary>
    private static string Alternatives(Finding finding)
    {
        var text = new StringBuilder();
        foreach (var alternative in finding.Alternatives)
        {
            text.Append(text.Length == 0 ? string.Empty : ", ").Append(alternative.Name);
            text.Append(alternative.Verdict == Verdict.Suitable ? " (suitable" : " (unproven");
            text.Append(alternative.Shortfall == 0 ? ")" : string.Create(CultureInfo.InvariantCulture, $", shortfall {alternative.Shortfall})"));
        }

        return text.ToString();
    }
}
