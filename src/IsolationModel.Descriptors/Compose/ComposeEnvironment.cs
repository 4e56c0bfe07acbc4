namespace IsolationModel.Descriptors.Compose;

/// <summary>The variables of a project, as far as files say what they are.</summary>
internal sealed class ComposeEnvironment
{
    private readonly ComposeEnvironment? _outer;
    private readonly Dictionary<string, VariableValue> _values = new(StringComparer.Ordinal);

    private ComposeEnvironment(ComposeEnvironment? outer) => _outer = outer;

    /// <summary>Nothing is known.</summary>
    public static ComposeEnvironment Empty { get; } = new(null);

    /// <summary>The variables of environment files, of which a later one wins, within an environment, which wins over all of them.</summary>
    public static ComposeEnvironment Of(ComposeEnvironment outer, IEnumerable<(string Path, string Text, Text.LineMap Lines)> files)
    {
        var inner = new ComposeEnvironment(outer);
        foreach (var (path, text, lines) in files)
        {
            foreach (var entry in EnvironmentFile.Read(path, text, lines, inner.Find))
            {
                inner._values[entry.Key] = entry.Value;
            }
        }

        return inner;
    }

    /// <summary>What the files say of a variable; null where they say nothing.</summary>
    public VariableValue? Find(string name) => _outer?.Find(name) ?? (_values.TryGetValue(name, out var value) ? value : null);
}
