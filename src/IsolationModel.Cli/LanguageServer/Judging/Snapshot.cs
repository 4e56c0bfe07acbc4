using System.Collections.Immutable;
using IsolationModel.Cli.LanguageServer.Documents;

namespace IsolationModel.Cli.LanguageServer.Judging;

/// <summary>What is known of all runs at a moment.</summary>
/// <param name="Judgements">What came of each run; runs that could not be judged are left out.</param>
/// <param name="Documents">The documents that the client held.</param>
internal sealed record Snapshot(IReadOnlyList<Judgement> Judgements, ImmutableDictionary<string, OpenDocument> Documents)
{
    /// <summary>The state before anything was judged.</summary>
    public static Snapshot Empty { get; } = new([], ImmutableDictionary<string, OpenDocument>.Empty);

    /// <summary>
    /// The judgement that speaks for a file: that of the innermost folder around it. A file outside of all folders may belong to a run by its settings.
    /// </summary>
    public Judgement? Of(string path) => Judgements.Where(judgement => judgement.Covers(path)).MaxBy(static judgement => (judgement.File is null ? 0 : 1, judgement.Folder.Length))
        ?? Judgements.FirstOrDefault(judgement => judgement.Holds(path) || judgement.FindingsIn(path).Any());
}
