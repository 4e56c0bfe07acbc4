using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Findings;

/// <summary>Something that a rule found, the same for every front end.</summary>
public sealed record Finding
{
    /// <summary>The rule.</summary>
    public required RuleDescriptor Rule { get; init; }

    /// <summary>How loudly it is told.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>What was declared, what was found, what to do; one line without final period.</summary>
    public required string Message { get; init; }

    /// <summary>The file's path as it was given to the reader; empty for findings on the command line itself.</summary>
    public required string File { get; init; }

    /// <summary>Where, in characters.</summary>
    public required TextRange Range { get; init; }

    /// <summary>Where it starts.</summary>
    public required TextPosition Start { get; init; }

    /// <summary>Just behind its last character.</summary>
    public required TextPosition End { get; init; }

    /// <summary>The workload as <c>kind namespace/name</c>, or null.</summary>
    public string? Workload { get; init; }

    /// <summary>The need as it was declared, or null.</summary>
    public string? Need { get; init; }

    /// <summary>Id of the control of an external standard that is violated, or null.</summary>
    public string? Control { get; init; }

    /// <summary>Id of the technology that was found to run, or null.</summary>
    public string? TechnologyId { get; init; }

    /// <summary>The argument, step by step; each a line for people.</summary>
    public EquatableArray<string> Reasons { get; init; }

    /// <summary>What could be picked instead, best first.</summary>
    public EquatableArray<Alternative> Alternatives { get; init; }

    /// <summary>Other places that explain it.</summary>
    public EquatableArray<RelatedLocation> Related { get; init; }

    /// <summary>The edits of the same file that mend it; empty where there is no safe one.</summary>
    public EquatableArray<TextEdit> Edits { get; init; }

    /// <summary>What the edits do, for menus; null without edits.</summary>
    public string? FixTitle { get; init; }

    /// <summary>The finding with edits that mend it; as it is where there are none, or where they would have to change another file.</summary>
    /// <param name="title">What the edits do, for menus.</param>
    /// <param name="edits">The edits, in the offsets of what was judged.</param>
    /// <param name="file">What was judged: a file, or what is put together from several.</param>
    internal Finding WithFix(string? title, IReadOnlyList<TextEdit> edits, DescriptorFile file)
    {
        if (title is null || edits.Count == 0)
        {
            return this;
        }

        var placed = new TextEdit[edits.Count];
        for (var i = 0; i < placed.Length; i++)
        {
            var place = file.Lines.PlaceOf(file.Path, edits[i].Range);
            if (!string.Equals(place.File, File, StringComparison.Ordinal) || place.Range.Length != edits[i].Range.Length)
            {
                return this;
            }

            placed[i] = edits[i] with { Range = place.Range };
        }

        return this with { FixTitle = title, Edits = new EquatableArray<TextEdit>(placed) };
    }

    /// <summary>Makes a finding at a range of a file.</summary>
    public static Finding At(RuleDescriptor rule, FindingSeverity severity, string file, LineMap lines, TextRange range, string message)
    {
        var place = lines.PlaceOf(file, range);
        return new Finding
        {
            Rule = rule,
            Severity = severity,
            Message = message,
            File = place.File,
            Range = place.Range,
            Start = place.Start,
            End = place.End,
        };
    }
}
