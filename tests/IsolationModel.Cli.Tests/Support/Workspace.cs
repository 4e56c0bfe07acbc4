using System.Text;

namespace IsolationModel.Cli.Tests.Support;

/// <summary>A folder of its own for a test, in which the tool is run.</summary>
internal sealed class Workspace : IDisposable
{
    public Workspace() => Root = Directory.CreateTempSubdirectory("isolation-cli-").FullName;

    public string Root { get; }

    /// <summary>The day on which the tool runs.</summary>
    public string Today { get; init; } = "2026-07-01";

    /// <summary>The width of the terminal; null for none.</summary>
    public int? Width { get; init; }

    /// <summary>Whether the terminal has colours.</summary>
    public bool UsesColor { get; init; }

    public static string Text(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    public string PathOf(string file) => Path.Combine(Root, file.Replace('/', Path.DirectorySeparatorChar));

    public Workspace Add(string file, string text) => Add(file, Encoding.UTF8.GetBytes(text));

    public Workspace Add(string file, byte[] bytes)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    /// <summary>Runs the tool in this process.</summary>
    public ToolRun Run(params string[] args) => RunWithInput([], args);

    /// <summary>Runs the tool in this process on files that are opened in another way.</summary>
    public ToolRun RunOn(Func<string, Stream> open, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var code = IsolationTool.Run(args, Host(output, error) with { OpenFile = open }, TestContext.Current.CancellationToken);
        return new ToolRun(code, Text(output.ToArray()), error.ToString());
    }

    /// <summary>What surrounds a run in this folder.</summary>
    public ToolHost Host(Stream output, TextWriter error) => new(static () => Stream.Null, output, error, Root, UsesColor) { Clock = new FixedClock(Today), Width = Width };

    /// <summary>Runs the tool in this process with something on standard input.</summary>
    public ToolRun RunWithInput(byte[] input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var host = new ToolHost(() => new MemoryStream(input), output, error, Root, UsesColor) { Clock = new FixedClock(Today), Width = Width };
        var code = IsolationTool.Run(args, host, TestContext.Current.CancellationToken);
        return new ToolRun(code, Text(output.ToArray()), error.ToString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
