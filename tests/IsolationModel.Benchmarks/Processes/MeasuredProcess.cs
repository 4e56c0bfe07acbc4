using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace IsolationModel.Benchmarks.Processes;

/// <summary>A program as a whole process, measured from outside; what it prints is thrown away.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record MeasuredProcess(string File, IReadOnlyList<string> Arguments)
{
    private const int Children = -1;
    private const double Micro = 1e-6;

    /// <summary>Runs it once.</summary>
    public ProcessFigures Run()
    {
        var before = ProcessorSeconds();
        var watch = Stopwatch.StartNew();
        using var process = Start();
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        return new ProcessFigures(seconds, ProcessorSeconds() - before, process.ExitCode);
    }

    /// <summary>What it writes to standard output.</summary>
    public string Output()
    {
        using var process = Process.Start(new ProcessStartInfo(File, Arguments) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    /// <summary>The most memory that it had resident, in bytes; null where the system does not tell. Looking disturbs, so this is a run of its own.</summary>
    public double? PeakMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        using var process = Start();
        var status = string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status");
        double? peak = null;
        while (!process.WaitForExit(1))
        {
            try
            {
                foreach (var line in System.IO.File.ReadLines(status))
                {
                    if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                    {
                        peak = 1024 * double.Parse(line.AsSpan(6, line.Length - 8), CultureInfo.InvariantCulture);
                    }
                }
            }
            catch (IOException)
            {
                // It ended while it was looked at.
            }
        }

        return peak;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(File, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"'{File}' does not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>What all children that ended have used so far; a process that ended can no longer be asked itself.</summary>
    private static double? ProcessorSeconds() => OperatingSystem.IsLinux() && GetResourceUsage(Children, out var usage) == 0
        ? usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) * Micro)
        : null;

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, out Usage usage);

    /// <summary><c>struct rusage</c> of 64-bit Linux (getrusage(2)); only its start is looked at.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
