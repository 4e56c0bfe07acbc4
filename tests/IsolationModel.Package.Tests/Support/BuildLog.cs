using System.Text.RegularExpressions;

namespace IsolationModel.Package.Tests.Support;

/// <summary>What a build said.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Root">The folder to which paths are told relatively.</param>
/// <param name="Text">The log: each message once, without a summary.</param>
internal sealed partial record BuildLog(int ExitCode, string Root, string Text)
{
    /// <summary>All warnings and errors, sorted: <c>path(line,column): severity id [project]</c>, the project with its target framework where it has several.</summary>
    public IReadOnlyList<string> Diagnostics => [.. Matches().Select(match => $"{Place(match)}: {match.Groups["severity"]} {match.Groups["id"]} [{Project(match)}]").Order(StringComparer.Ordinal)];

    /// <summary>The same with messages and without projects.</summary>
    public IReadOnlyList<string> Messages => [.. Matches().Select(match => $"{Place(match)}: {match.Groups["severity"]} {match.Groups["id"]}: {match.Groups["message"]}").Order(StringComparer.Ordinal)];

    private MatchCollection Matches() => Diagnostic().Matches(Text.ReplaceLineEndings("\n"));

    private string Place(Match match) => Relative(match.Groups["file"].Value.Trim()) + match.Groups["place"].Value;

    private string Project(Match match) => Path.GetFileName(match.Groups["project"].Value.Replace('\\', '/')).Replace(".csproj", string.Empty, StringComparison.Ordinal).Replace("TargetFramework=", string.Empty, StringComparison.Ordinal);

    private string Relative(string path) => Path.IsPathRooted(path) ? Path.GetRelativePath(Root, path).Replace('\\', '/') : path;

    [GeneratedRegex(@"^\s*(?:\d+>)?(?<file>[^\n(]*?)(?<place>\(\d+,\d+\))?\s*: (?<severity>warning|error) (?<id>[A-Z]+\d+): (?<message>[^\n]*?)(?: \[(?<project>[^\n\]]+)\])?$", RegexOptions.Multiline, matchTimeoutMilliseconds: 600_000)]
    private static partial Regex Diagnostic();
}
