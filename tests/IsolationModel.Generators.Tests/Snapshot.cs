using System.Runtime.CompilerServices;
using ApprovalTests;
using ApprovalTests.Core;

namespace IsolationModel.Generators.Tests;

/// <summary>Compares a text with <c>Snapshots/&lt;name&gt;.verified.txt</c>; what differs is left beside it as <c>.received.txt</c>.</summary>
internal static class Snapshot
{
    public static string SourceFolder { get; } = Folder();

    public static void Verify(string name, string text) =>
        Approvals.Verify(new Writer(text), new Namer(name), new Reporter());

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed class Namer(string name) : IApprovalNamer
    {
        public string SourcePath => Path.Combine(SourceFolder, "Snapshots");

        public string Name => name;
    }

    private sealed class Writer(string text) : IApprovalWriter
    {
        public string GetApprovalFilename(string basename) => basename + ".verified.txt";

        public string GetReceivedFilename(string basename) => basename + ".received.txt";

        public string WriteReceivedFile(string received)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(received)!);
            File.WriteAllText(received, text);
            return received;
        }
    }

    /// <summary>Nobody watches a test run: the exception says which files to compare.</summary>
    private sealed class Reporter : IApprovalFailureReporter
    {
        public void Report(string approved, string received)
        {
        }
    }
}
