namespace IsolationModel.Cli.Answers;

/// <summary>A value of a setting, and where it comes from.</summary>
/// <param name="Key">The key of the settings file; of a map, with the key in it.</param>
/// <param name="Value">The value; of a list, one item.</param>
/// <param name="From"><c>command line</c>, <c>default</c>, or the place in a file.</param>
internal sealed record ConfigRow(string Key, string Value, string From);
