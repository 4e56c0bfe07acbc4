using System.ComponentModel;
using System.Diagnostics;

namespace IsolationModel.Package.Tests.Support;

/// <summary>The repository of these sources, as git sees it.</summary>
internal static class Git
{
    /// <summary>What a repository sets for the programs that it starts itself, such as a hook that runs tests.</summary>
    private static readonly string[] OfAnotherRepository = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];

    /// <summary>Asks git something about a folder of sources.</summary>
    /// <returns>Whether it knows, and the answer or why it does not.</returns>
    public static async Task<(bool Knows, string Answer)> AskAsync(string folder, params string[] arguments)
    {
        try
        {
            var (exitCode, output) = await RunAsync(folder, ["--no-optional-locks", .. arguments]);
            return (exitCode == 0, output.Trim());
        }
        catch (Win32Exception error)
        {
            return (false, $"git does not start: {error.Message}");
        }
    }

    /// <summary>
    /// Clones a commit. The objects of git stay where they are. The commit is asked for by its id: a machine of continuous integration often has it on no
    /// branch.
    /// </summary>
    public static async Task CloneAsync(string source, string commit, string target)
    {
        await RequireAsync(source, "clone", "--quiet", "--shared", "--no-checkout", source, target);
        await RequireAsync(target, "checkout", "--quiet", "--detach", commit);
    }

    private static async Task RequireAsync(string folder, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(folder, arguments);
        Assert.True(exitCode == 0, output);
    }

    private static Task<(int ExitCode, string Output)> RunAsync(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in OfAnotherRepository)
        {
            start.Environment.Remove(name);
        }

        return DotNet.RunAsync(start);
    }
}
