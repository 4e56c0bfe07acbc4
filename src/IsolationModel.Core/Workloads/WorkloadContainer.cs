using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>A container of a workload with the settings that are effective for it.</summary>
/// <param name="Name">Its name, or a description of its place where it has none.</param>
/// <param name="Settings">What the descriptor says; at most one fact a setting.</param>
public sealed record WorkloadContainer(string Name, IReadOnlyList<SettingFact> Settings)
{
    /// <summary>Whether its descriptor has words of its own for settings.</summary>
    internal bool HasOwnWords
    {
        get
        {
            for (var i = 0; i < Settings.Count; i++)
            {
                if (Settings[i].Shown is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Where its settings are given: the place of what holds because nothing is said.</summary>
    public TextRange Range { get; init; }

    /// <summary>The fact of a setting, or null where its default holds.</summary>
    public SettingFact? Find(string settingId)
    {
        // Asked for each condition of each weakening: by index, since a walk over an interface allocates.
        for (var i = 0; i < Settings.Count; i++)
        {
            if (string.Equals(Settings[i].SettingId, settingId, StringComparison.Ordinal))
            {
                return Settings[i];
            }
        }

        return null;
    }
}
