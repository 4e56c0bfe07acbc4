using System.Diagnostics;
using System.Reflection;

namespace IsolationModel.Benchmarks.Measuring;

/// <summary>Other processes.</summary>
internal static class Child
{
    /// <summary>Starts this program once more and gives its last line.</summary>
    public static string Output(IReadOnlyList<string> arguments) =>
        Run(Environment.ProcessPath!, Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Assembly.GetExecutingAssembly().Location, .. arguments] : arguments)
            .TrimEnd().Split('\n')[^1];

    /// <summary>Runs a program and gives what it writes.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string program, IReadOnlyList<string> arguments, string? folder = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = folder ?? string.Empty })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}: {output}");
    }
}
