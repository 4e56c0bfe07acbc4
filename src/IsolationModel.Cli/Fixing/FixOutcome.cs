using IsolationModel.Findings;

namespace IsolationModel.Cli.Fixing;

/// <summary>What came of mending.</summary>
/// <param name="Changed">The files whose texts change, in the order of their paths.</param>
/// <param name="Applied">The findings whose fixes were made, round by round, each round in the one order.</param>
/// <param name="Left">The findings that are left, each with the reason.</param>
/// <param name="HasEnded">Whether nothing is left to be done; false where the rounds ran out.</param>
internal sealed record FixOutcome(
    IReadOnlyList<Draft> Changed, IReadOnlyList<Finding> Applied, IReadOnlyList<(Finding Finding, string Why)> Left, bool HasEnded);
