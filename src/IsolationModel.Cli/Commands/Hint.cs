using IsolationModel.Text;

namespace IsolationModel.Cli.Commands;

/// <summary>What to write instead of a word that is not known.</summary>
internal static class Hint
{
    /// <summary><c>did you mean 'x'?</c>, or <c>known are x, y, z</c> where nothing is near.</summary>
    public static string Of(string written, IReadOnlyList<string> known) =>
        Nearest(written, known) ?? $"known are {string.Join(", ", known)}";

    /// <summary><c>did you mean 'x'?</c>, or null where nothing is near.</summary>
    public static string? Nearest(string written, IReadOnlyList<string> known) => NearestName.Of(written, known) is { } nearest ? $"did you mean '{nearest}'?" : null;
}
