using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Findings;

namespace IsolationModel.Analyzers;

/// <summary>An alternative on its way to the code fix: the only thing that travels with a diagnostic is a table of strings.</summary>
/// <param name="TechnologyId">The technology.</param>
/// <param name="Reason">Why it stands where it stands, for menus.</param>
internal sealed record RankedAlternative(string TechnologyId, string Reason)
{
    public const string Key = "ranking";

    private const char Separator = '\n';

    /// <summary>Writes alternatives, best first: a line for the id and a line for the reason.</summary>
    public static string Write(IEnumerable<Alternative> alternatives) =>
        string.Join(Separator.ToString(), alternatives.SelectMany(static alternative => new[] { alternative.TechnologyId, Describe(alternative) }));

    /// <summary>Reads what was written.</summary>
    public static IReadOnlyList<RankedAlternative> Read(string? written)
    {
        var lines = string.IsNullOrEmpty(written) ? [] : written!.Split(Separator);
        var alternatives = new List<RankedAlternative>(lines.Length / 2);
        for (var i = 0; i + 1 < lines.Length; i += 2)
        {
            alternatives.Add(new RankedAlternative(lines[i], lines[i + 1]));
        }

        return alternatives;
    }

    private static string Describe(Alternative alternative)
    {
        var verdict = alternative.Verdict == Verdict.Suitable ? "meets every need" : "fails no need, but not every need is shown to be met";
        return alternative.Shortfall == 0
            ? $"{alternative.Name}: {verdict}"
            : string.Format(CultureInfo.InvariantCulture, "{0}: {1}, short of the wishes by {2}", alternative.Name, verdict, alternative.Shortfall);
    }
}
