using IsolationModel.Configuration;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Text;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>Patterns of paths: of settings, and of globs. The first line is the pattern, the others are paths.</summary>
internal sealed class PatternTarget : IFuzzTarget
{
    /// <summary>Matching takes as many steps as pattern times path: neither is ever a book.</summary>
    private const int Longest = 2000;

    public string Name => "patterns";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => ((string[])["deploy/**\ndeploy/a/b.yaml", "*.yaml\na/b.yaml", "/legacy\nlegacy/x", "a/*/c?.yml\na/b/cd.yml", "**/test/**\nx/test/y", "./a//b\na/b", "***\na"])
        .Select(static text => FuzzInput.Of("pattern.txt", text));

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        if (input.Files[0].Text?.Split('\n') is not [{ Length: <= Longest } pattern, .. var paths])
        {
            return;
        }

        var parsed = PathPattern.Parse(new PlacedText(pattern, default), out var problem);
        OracleException.Demand(parsed is null == (problem is not null), "silence", "a pattern is read or told, not both", () => pattern);
        foreach (var path in paths.Append(pattern).Where(static path => path.Length <= Longest))
        {
            var isMatch = parsed?.Matches(path) == true;
            OracleException.Demand(!isMatch || parsed!.Matches(path + "/below.yaml"), "closure", "a pattern matches a folder and not what is in it", () => $"'{pattern}' on '{path}'");
            OracleException.Demand(isMatch == (parsed?.Matches(path) == true), "sameness", "a pattern answers in two ways", () => pattern);
            _ = Glob.Matches(pattern, path);
        }
    }
}
