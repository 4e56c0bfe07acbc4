using System.Globalization;

namespace IsolationModel.Modeling;

/// <summary>A technology that an organisation bans. It stays in the catalogue, so that what uses it can still be named.</summary>
/// <param name="TechnologyId">The technology.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day of the ban (yyyy-MM-dd), or null for one without end.</param>
/// <param name="ExceptScenarioIds">Scenarios in which it may be used all the same, sorted.</param>
/// <param name="SourceIds">Where the ban is written down.</param>
public sealed record ForbiddenTechnology(
    string TechnologyId, string Reason, string? Until, EquatableArray<string> ExceptScenarioIds, EquatableArray<string> SourceIds)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Whether a text is a day as bans and their judges write it: yyyy-MM-dd.</summary>
    public static bool IsDay(string text) => DateTime.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether the ban holds on a day and in a scenario.</summary>
    /// <param name="day">The day (yyyy-MM-dd); null for a day before every end, so that the same input gives the same answer at any time.</param>
    /// <param name="scenarioIds">The scenarios that are declared.</param>
    public bool Holds(string? day, IEnumerable<string> scenarioIds) =>
        (day is null || Until is null || string.CompareOrdinal(day, Until) <= 0) && !scenarioIds.Any(ExceptScenarioIds.Contains);
}
