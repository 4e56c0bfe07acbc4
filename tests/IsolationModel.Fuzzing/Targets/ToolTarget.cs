using System.Globalization;
using System.Text;
using System.Text.Json;
using IsolationModel.Cli;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>The tool in a folder of its own: checked, fixed, fixed again, explained. Overlays and settings of the input hold.</summary>
internal sealed class ToolTarget : IFuzzTarget
{
    /// <summary>The same day whenever an input is tried: bans can end.</summary>
    private static readonly FixedClock Noon = new(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    public string Name => "tool";

    public bool IsOfOneFile => false;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Sets;

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        // Tests try several inputs at once.
        var folder = Directory.CreateTempSubdirectory("isolation-fuzz-").FullName;
        try
        {
            if (TryWrite(folder, input))
            {
                Check(folder, input, cancellationToken);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Check(string folder, FuzzInput input, CancellationToken cancellationToken)
    {
        string[] common = ["--need", Judgement.Needs, .. input.Files.Where(static file => file.Path.EndsWith(".isolation.json", StringComparison.Ordinal)).SelectMany(static file => (string[])["--model", file.Path])];
        var before = Contents(folder);
        var text = Run(folder, ["check", ".", .. common], cancellationToken);
        OracleException.Demand(!text.Output.Any(static character => char.IsControl(character) && character != '\n'), "reports", "text holds a control character", () => text.Output);
        var json = Run(folder, ["check", ".", "--format", "json", .. common], cancellationToken);
        OracleException.Demand(json.Code == text.Code, "sameness", "the exit code depends on the format", () => $"{text.Code} and {json.Code}");
        OracleException.Demand(AreSame(before, Contents(folder)), "writing", "check changes files", () => Difference(before, Contents(folder)));
        if (FirstFinding(json.Output) is { } place)
        {
            _ = Run(folder, ["explain", place, .. common], cancellationToken);
        }

        var first = Run(folder, ["fix", ".", .. common], cancellationToken);
        var between = Contents(folder);
        OracleException.Demand(before.Keys.SequenceEqual(between.Keys, StringComparer.Ordinal), "writing", "fix makes or removes files", () => Difference(before, between));
        OracleException.Demand(first.Code == 0 || AreSame(before, between), "writing", "fix fails and changes files", () => $"{first.Output}\n{first.Error}");
        if (first.Code == 0)
        {
            var second = Run(folder, ["fix", ".", .. common], cancellationToken);
            OracleException.Demand(AreSame(between, Contents(folder)), "fixes", "a second fix changes something", () => $"{first.Output}\n{second.Output}\n{Difference(between, Contents(folder))}");
        }
    }

    private static (int Code, string Output, string Error) Run(string folder, string[] args, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = IsolationTool.Run(args, new ToolHost(static () => Stream.Null, output, error, folder, UsesColor: false) { Clock = Noon }, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var (text, complaint) = (Encoding.UTF8.GetString(output.ToArray()), error.ToString());
        OracleException.Demand(!complaint.Contains("unforeseen failure", StringComparison.Ordinal), "crash", $"{args[0]} fails unforeseen", () => $"{complaint}\n{Crashes.Last}");
        OracleException.Demand(!text.Contains("ISM9001", StringComparison.Ordinal), "crash", $"{args[0]}: {Crashes.Last?.GetType().Name} {Find.PlaceOf(Crashes.Last)}", () => $"{text}\n{Crashes.Last}");
        OracleException.Demand(code is 0 or 1 or 2 && (code != 2 || complaint.Length + text.Length > 0), "exit code", $"{args[0]} ends in silence", () => $"{code}\n{text}\n{complaint}");
        return (code, text, complaint);
    }

    private static string? FirstFinding(string json)
    {
        if (json.Length == 0)
        {
            return null;
        }

        using var report = JsonDocument.Parse(json);
        var findings = report.RootElement.GetProperty("findings");
        return findings.GetArrayLength() == 0 ? null : $"{findings[0].GetProperty("file").GetString()}:{findings[0].GetProperty("startLine").GetInt32()}";
    }

    /// <summary>Writes the files; false where the file system does not take them, such as a name that is a folder already.</summary>
    private static bool TryWrite(string folder, FuzzInput input)
    {
        try
        {
            foreach (var file in input.Files)
            {
                var path = Path.Combine(folder, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Bytes);
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static SortedDictionary<string, byte[]> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static bool AreSame(SortedDictionary<string, byte[]> left, SortedDictionary<string, byte[]> right) =>
        left.Keys.SequenceEqual(right.Keys, StringComparer.Ordinal) && left.All(file => file.Value.AsSpan().SequenceEqual(right[file.Key]));

    private static string Difference(SortedDictionary<string, byte[]> left, SortedDictionary<string, byte[]> right) => string.Join('\n', left.Keys.Union(right.Keys, StringComparer.Ordinal)
        .Where(path => !left.TryGetValue(path, out var one) || !right.TryGetValue(path, out var other) || !one.AsSpan().SequenceEqual(other)));
}
