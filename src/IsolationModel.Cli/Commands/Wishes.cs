using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Cli.Commands;

/// <summary>Reads <c>--goal</c>.</summary>
internal static class Wishes
{
    /// <summary>The wishes that come with the needs, with those of the command line in the place of others for the same attribute.</summary>
    /// <exception cref="UsageException">A goal or its word is not known.</exception>
    public static IReadOnlyList<ScoringGoal> Combine(ModelIndex model, NeedSet needs, IReadOnlyList<string> goals)
    {
        var wishes = new List<ScoringGoal>(needs.Goals);
        var mistakes = new List<string>();
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var goal in goals)
        {
            try
            {
                var wish = Parse(model, goal);
                var replaced = wishes.FindIndex(other => string.Equals(other.AttributeId, wish.AttributeId, StringComparison.Ordinal));
                if (replaced >= 0)
                {
                    wishes[replaced] = wish;
                }
                else
                {
                    wishes.Add(wish);
                }

                if (!given.Add(wish.AttributeId))
                {
                    mistakes.Add($"--goal: '{goal}' wishes for the same as another one");
                }
            }
            catch (UsageException mistake)
            {
                mistakes.Add(mistake.Message);
            }
        }

        return mistakes.Count == 0 ? wishes : throw new UsageException(string.Join('\n', mistakes));
    }

    private static ScoringGoal Parse(ModelIndex model, string text)
    {
        var at = text.IndexOfAny(['=', ':']);
        var (id, word) = at < 0 ? (text.Trim(), string.Empty) : (text[..at].Trim(), text[(at + 1)..].Trim());
        if (model.Goal(id) is not { } goal)
        {
            throw Unknown($"there is no goal '{id}'", id, model.Definition.Goals.Select(static known => known.Id));
        }

        return goal.Find(word) is { } target
            ? model.WishOf(goal, target)
            : throw Unknown(word.Length == 0 ? $"'{id}' needs a word" : $"goal '{id}' has no word '{word}'", word, goal.Targets.Select(known => $"{id}={known.Word}"));
    }

    private static UsageException Unknown(string problem, string written, IEnumerable<string> known)
    {
        var words = known.ToList();
        var nearest = NearestName.Of(written, words) ?? words.Find(word => NearestName.Of(written, [word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]]) is not null && written.Length > 0);
        return new UsageException($"--goal: {problem}; {(nearest is null ? $"known are {string.Join(", ", words)}" : $"did you mean '{nearest}'?")}");
    }
}
