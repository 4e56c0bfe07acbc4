using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Output;

/// <summary>The words for what the model tells; the same in text and JSON.</summary>
internal static class Words
{
    /// <summary>The word of a verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Suitable => "suitable",
        Verdict.Unproven => "unproven",
        _ => "unsuitable",
    };

    /// <summary>The word of the verdict on a workload. Who declares no need is not told to be suitable for it, and what is only rendered is judged elsewhere.</summary>
    public static string VerdictOf(WorkloadAssessment assessment) =>
        !WorkloadFindings.IsJudged(assessment) ? "rendered"
        : assessment.Verdict == Verdict.Suitable && !assessment.Needs.AreAny ? "no-needs"
        : Of(assessment.Verdict);

    /// <summary>How a verdict stands out.</summary>
    public static Tone ToneOf(Verdict verdict) => verdict switch
    {
        Verdict.Suitable => Tone.Good,
        Verdict.Unproven => Tone.Doubtful,
        _ => Tone.Bad,
    };

    /// <summary>The word of an outcome.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Meets => "meets",
        Outcome.May => "may",
        Outcome.Fails => "fails",
        _ => "unknown",
    };

    /// <summary>The word of how sure it is which technology runs a workload.</summary>
    public static string Of(RuntimeConfidence confidence) => confidence switch
    {
        RuntimeConfidence.Known => "known",
        RuntimeConfidence.Likely => "likely",
        RuntimeConfidence.AssumedDefault => "assumedDefault",
        _ => "unknown",
    };

    /// <summary>The word of a state.</summary>
    public static string Of(EntryState state) => state switch
    {
        EntryState.Active => "active",
        EntryState.Preview => "preview",
        EntryState.Deprecated => "deprecated",
        EntryState.Archived => "archived",
        _ => "removed",
    };

    /// <summary>The kind of an entry: that of a technology is its own.</summary>
    public static string KindOf(CatalogEntryDefinition entry) =>
        entry is TechnologyDefinition technology ? technology.Kind : EntryReference.WordOf(entry.EntryKind);

    /// <summary><c>gVisor (gvisor)</c>, or the id alone where it is the name.</summary>
    public static string NameOf(CatalogEntryDefinition entry) => NameOf(entry.Id, entry.Name);

    /// <summary><c>gVisor (gvisor)</c>, or the id alone where it is the name.</summary>
    public static string NameOf(string id, LocalizedText name) => string.Equals(id, name.English, StringComparison.Ordinal) ? id : $"{name.English} ({id})";

    /// <summary><c>1 technology</c>, <c>2 technologies</c>.</summary>
    public static string Count(int count, string singular, string plural) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? singular : plural)}");

    /// <summary>The titles of sources, or the ids of those that the model does not list; estimates behind what somebody has published.</summary>
    public static string Sources(ModelIndex model, IEnumerable<string> ids) => string.Join("; ", ids
        .Select(id => (Id: id, Source: model.Source(id)))
        .OrderBy(static named => named.Source is { Kind: SourceKind.Estimate })
        .Select(static named => named.Source is { Kind: SourceKind.Estimate } ? "estimate" : named.Source?.Title ?? named.Id));
}
