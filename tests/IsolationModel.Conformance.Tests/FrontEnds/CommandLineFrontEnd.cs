using System.Text;
using System.Text.Json;
using IsolationModel.Cli;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>The tool: <c>isolation check --format json</c> in a folder of its own, and its report read back.</summary>
internal sealed class CommandLineFrontEnd : IFrontEnd
{
    private const string NeutralName = "neutral.yaml";
    private const string NeutralText = "apiVersion: v1\nkind: Service\nmetadata:\n  name: neutral\n";

    public bool Takes(ExampleInput input) => !input.IsCode;

    public async Task<IReadOnlyList<ObservedFinding>> Judge(ExampleInput input)
    {
        var folder = Directory.CreateTempSubdirectory("isolation-conformance-");
        try
        {
            await using var locked = await Write(folder.FullName, input);
            var (code, report) = Check(folder.FullName, [.. Paths(input), "--format", "json"]);
            var findings = Read(report, input.Names);
            Assert.Equal(ExpectedCode(findings), code);
            return findings;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Runs <c>isolation check</c>; it must have nothing to say on standard error.</summary>
    /// <returns>The exit code and standard output.</returns>
    internal static (int Code, string Report) Check(string folder, IReadOnlyList<string> args) => Run(folder, ["check", .. args]);

    /// <summary>Runs the tool; it must have nothing to say on standard error.</summary>
    /// <returns>The exit code and standard output.</returns>
    internal static (int Code, string Report) Run(string folder, IReadOnlyList<string> args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var host = new ToolHost(() => Stream.Null, output, error, folder, UsesColor: false);
        var code = IsolationTool.Run(args, host, TestContext.Current.CancellationToken);
        Assert.Equal(string.Empty, error.ToString());
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }

    /// <summary>A finding of a JSON report, reduced to what is compared.</summary>
    internal static ObservedFinding Observe(JsonElement finding) => new(
        finding.GetProperty("ruleId").GetString()!,
        finding.GetProperty("severity").GetString()!,
        finding.GetProperty("startLine").GetInt32(),
        finding.GetProperty("startColumn").GetInt32(),
        finding.GetProperty("endLine").GetInt32(),
        finding.GetProperty("endColumn").GetInt32(),
        finding.GetProperty("message").GetString()!);

    private static string[] Paths(ExampleInput input) => input switch
    {
        { IsOverlay: true, Overlay: not null } => [NeutralName, "--model", ExampleInput.AppliedOverlayName, "--model", input.FileName],
        { IsOverlay: true } => [NeutralName, "--model", input.FileName],
        { IsSettings: true, Overlay: not null } => [NeutralName, "--model", ExampleInput.AppliedOverlayName],
        { IsSettings: true } => [NeutralName],
        { Overlay: not null } => [.. input.Names, "--model", ExampleInput.AppliedOverlayName],
        _ => [.. input.Names],
    };

    /// <summary>Writes the files; gives what holds the file locked that cannot be opened, or null.</summary>
    private static async Task<FileStream?> Write(string folder, ExampleInput input)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var path = Path.Combine(folder, input.FileName);
        await File.WriteAllTextAsync(Path.Combine(folder, NeutralName), NeutralText, cancellationToken);
        if (input.Overlay is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, ExampleInput.AppliedOverlayName), input.Overlay, cancellationToken);
        }

        foreach (var other in input.Others)
        {
            var otherPath = Path.Combine(folder, other.FileName);
            Directory.CreateDirectory(Path.GetDirectoryName(otherPath)!);
            await File.WriteAllBytesAsync(otherPath, other.Bytes!, cancellationToken);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, input.Bytes ?? [.. "locked"u8], cancellationToken);
        return input.Bytes is null ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
    }

    private static IReadOnlyList<ObservedFinding> Read(string report, IReadOnlyList<string> fileNames)
    {
        using var json = JsonDocument.Parse(report);
        var findings = new List<ObservedFinding>();
        foreach (var finding in json.RootElement.GetProperty("findings").EnumerateArray())
        {
            Assert.Contains(finding.GetProperty("file").GetString(), fileNames);
            findings.Add(Observe(finding));
        }

        return ObservedFinding.Sort(findings);
    }

    /// <summary>2 for a model with mistakes, 1 for findings from warning up, otherwise 0.</summary>
    private static int ExpectedCode(IReadOnlyList<ObservedFinding> findings) =>
        findings.Any(finding => finding.RuleId.StartsWith("ISM0", StringComparison.Ordinal)) ? 2
        : findings.Any(finding => finding.Severity != "info") ? 1
        : 0;
}
