using System.Diagnostics.CodeAnalysis;

namespace IsolationModel.Cli;

/// <summary>The process: its streams, its signals, its exit code.</summary>
internal static class Program
{
    [SuppressMessage("Design", "CA1031", Justification = "Whatever happens, the process ends with one line and a documented exit code")]
    private static int Main(string[] args)
    {
        try
        {
            FileSizeLimit.Survive();
            using var interruption = new Interruption();
            return IsolationTool.Run(args, ToolHost.OfProcess(), interruption.Token);
        }
        catch (Exception error)
        {
            Console.Error.Write($"isolation: {error.Message}\n");
            return ExitCode.Failure;
        }
    }
}
