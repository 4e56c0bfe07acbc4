using IsolationModel.Cli.Commands;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Fixes;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Fixing;

/// <summary>
/// Mends texts in memory, round by round: the fixes that do not touch each other are made, everything is judged anew, and so on until there is
/// nothing to mend. Nothing is written.
/// </summary>
/// <param name="session">What was read.</param>
/// <param name="isAsked">Whether findings of a rule shall be mended.</param>
/// <param name="prompt">Asks before each fix; null where nobody is asked.</param>
internal sealed class FixSession(DescriptorSession session, Predicate<string> isAsked, FixPrompt? prompt)
{
    /// <summary>Each round makes at least one fix, and of those in one place one. A file on which this is not enough is told, not mended for ever.</summary>
    private const int MostRounds = 100;

    private readonly Dictionary<string, (Draft? Draft, string? Refusal)> _drafts = new(StringComparer.Ordinal);
    private readonly DescriptorFile[] _files = [.. session.Files];
    private readonly List<Finding> _applied = [];
    private readonly HashSet<(string Rule, string File, string? Workload, string? Need, string? Control, string Message)> _declined = [];

    /// <summary>Mends.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public FixOutcome Run(CancellationToken cancellationToken)
    {
        var result = session.Judge(session.Files, cancellationToken);
        for (var round = 0; round < MostRounds; round++)
        {
            // What is mended is read again, so that the edits are those of the very text that is changed.
            if (OpenDrafts(result.Findings, cancellationToken))
            {
                result = session.Judge(_files, cancellationToken);
            }

            var chosen = Choose(result.Findings);
            if (chosen.Count == 0)
            {
                return Outcome(result, hasEnded: true);
            }

            foreach (var (file, edits) in chosen)
            {
                var draft = _drafts[file].Draft!;
                draft.Apply(edits);
                Read(draft, cancellationToken);
            }

            result = session.Judge(_files, cancellationToken);
        }

        return Outcome(result, hasEnded: false);
    }

    private bool OpenDrafts(IEnumerable<Finding> findings, CancellationToken cancellationToken)
    {
        var isNew = false;
        foreach (var file in findings.Where(IsWanted).Select(static finding => finding.File).Where(file => !_drafts.ContainsKey(file)).Distinct(StringComparer.Ordinal).ToList())
        {
            var (draft, refusal) = session.Input.Inputs.Files.FirstOrDefault(input => string.Equals(input.DisplayPath, file, StringComparison.Ordinal)) is { } input
                ? MendedInstead(input) is { } other ? (null, $"it is a link, and what it leads to is mended as '{other.DisplayPath}'") : Draft.Open(input)
                : (null, "it is none of the files that were named");
            _drafts.Add(file, (draft, refusal));
            if (draft is not null)
            {
                isNew = true;
                Read(draft, cancellationToken);
            }
        }

        return isNew;
    }

    /// <summary>The file of the run in which a link is mended, since one text cannot be changed twice: the one that it leads to, else the first link to the same.</summary>
    private InputFile? MendedInstead(InputFile link)
    {
        var destination = link.FullPath is { } path ? ReportFile.Destination(path) : null;
        if (string.Equals(destination, link.FullPath, StringComparison.Ordinal))
        {
            return null;
        }

        var same = session.Input.Inputs.Files.Where(file => file.FullPath is { } other && string.Equals(ReportFile.Destination(other), destination, StringComparison.Ordinal)).ToList();
        var mended = same.Find(file => string.Equals(file.FullPath, destination, StringComparison.Ordinal)) ?? same[0];
        return ReferenceEquals(mended, link) ? null : mended;
    }

    private void Read(Draft draft, CancellationToken cancellationToken)
    {
        for (var i = 0; i < session.Input.Inputs.Files.Count; i++)
        {
            if (ReferenceEquals(session.Input.Inputs.Files[i], draft.File))
            {
                _files[i] = DescriptorLoader.Read(session.Input.Inputs, draft.File, draft.Text, cancellationToken);
            }
        }
    }

    /// <summary>The fixes of a round by their files: of those that touch each other the first in the one order.</summary>
    private SortedDictionary<string, EditSet> Choose(IReadOnlyList<Finding> findings)
    {
        var chosen = new SortedDictionary<string, EditSet>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            if (!IsWanted(finding) || _declined.Contains(Key(finding)) || !_drafts.TryGetValue(finding.File, out var opened) || opened.Draft is not { } draft)
            {
                continue;
            }

            var edits = chosen.TryGetValue(finding.File, out var some) ? some : new EditSet();
            if (edits.Holds(finding.Edits))
            {
                _applied.Add(finding);
            }
            else if (edits.Fits(finding.Edits) && IsAccepted(finding, draft))
            {
                _applied.Add(finding);
                edits.TryAdd(finding.Edits);
                chosen[finding.File] = edits;
            }
        }

        return chosen;
    }

    private bool IsAccepted(Finding finding, Draft draft)
    {
        if (prompt is null || prompt.Accepts(finding, draft))
        {
            return true;
        }

        _declined.Add(Key(finding));
        return false;
    }

    private FixOutcome Outcome(EvaluationResult result, bool hasEnded)
    {
        var changed = _drafts.Values.Select(static opened => opened.Draft).OfType<Draft>().Where(static draft => draft.IsChanged)
            .OrderBy(static draft => draft.File.DisplayPath, StringComparer.Ordinal).ToList();
        return new FixOutcome(changed, _applied, [.. result.Findings.Select(finding => (finding, WhyLeft(finding)))], hasEnded);
    }

    private string WhyLeft(Finding finding) => MissingFix.ReasonOf(finding)
        ?? (!isAsked(finding.Rule.Id) ? "its rule was not asked for"
            : _declined.Contains(Key(finding)) ? "the fix was declined"
            : _drafts.TryGetValue(finding.File, out var opened) && opened.Refusal is { } refusal ? $"'{finding.File}' stays as it is: {refusal}"
            : "its fix touches others, for which the rounds ran out");

    private bool IsWanted(Finding finding) => finding.FixTitle is not null && isAsked(finding.Rule.Id);

    /// <summary>What a finding is about; its place moves with what is mended in front of it.</summary>
    private static (string Rule, string File, string? Workload, string? Need, string? Control, string Message) Key(Finding finding) =>
        (finding.Rule.Id, finding.File, finding.Workload, finding.Need, finding.Control, finding.Message);
}
