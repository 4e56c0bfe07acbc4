using IsolationModel.Rules;

namespace IsolationModel.Modeling.Reading;

/// <summary>
/// Keeps levels an order: of several the strongest holds, so a level that stands above another one must ask for at least as much. Otherwise a
/// new level on top would lower what all others ask for, past every lock.
/// </summary>
internal static class LevelOrder
{
    /// <summary>Checks the levels that a layer defines or replaces against all others.</summary>
    public static void Check(ModelBuilder builder)
    {
        foreach (var (id, entry) in builder.LevelsOfLayer)
        {
            if (builder.Needs.Find(id) is not { Kind: NeedKind.Level } level)
            {
                continue;
            }

            foreach (var other in builder.Needs.Values.Where(need => need.Kind == NeedKind.Level && need.Order != level.Order))
            {
                var (upper, lower) = level.Order > other.Order ? (level, other) : (other, level);
                if (!Tightening.Implies(upper.Constraints, lower.Constraints))
                {
                    entry.Part.Report(
                        ModelRules.WrongShape,
                        entry.NameRange,
                        $"level '{upper.Id}' stands above '{lower.Id}' but does not ask for {string.Join(" and ", lower.Constraints.Select(constraint => constraint.Text))}; of several levels the highest holds, so it asks for at least as much as those below it");
                    break;
                }
            }
        }

        builder.LevelsOfLayer.Clear();
    }
}
