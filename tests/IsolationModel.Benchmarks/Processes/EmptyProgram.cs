using System.CommandLine;

namespace IsolationModel.Benchmarks.Processes;

/// <summary>The yardstick for one file: a program of System.CommandLine that parses an option and an argument, and does nothing.</summary>
internal static class EmptyProgram
{
    /// <summary>Runs it.</summary>
    public static int Run(string[] args)
    {
        var root = new RootCommand("Does nothing.");
        var check = new Command("check", "Checks nothing.") { new Argument<string[]>("paths"), new Option<string?>("--format") };
        check.SetAction(static _ => 0);
        root.Add(check);
        return root.Parse(args).Invoke();
    }
}
