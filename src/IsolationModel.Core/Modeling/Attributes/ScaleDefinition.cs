namespace IsolationModel.Modeling;

/// <summary>An ordered list of levels.</summary>
/// <param name="Id">Id within the model.</param>
/// <param name="Name">Display name.</param>
/// <param name="Definition">What the scale orders.</param>
/// <param name="Levels">The levels, weakest first.</param>
public sealed record ScaleDefinition(string Id, LocalizedText Name, string Definition, EquatableArray<ScaleLevel> Levels)
{
    /// <summary>The index of a level, or -1.</summary>
    public int IndexOf(string levelId)
    {
        for (var i = 0; i < Levels.Count; i++)
        {
            if (string.Equals(Levels[i].Id, levelId, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
