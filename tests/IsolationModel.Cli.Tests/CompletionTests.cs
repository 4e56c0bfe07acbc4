using System.Diagnostics;
using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary>What shells complete, asked from real shells; one that is not installed is skipped.</summary>
public sealed class CompletionTests
{
    /// <summary>What is typed, and what must be among the completions.</summary>
    private static readonly (string Typed, string Completed)[] Cases =
    [
        ("ru", "rules"),
        ("rules sh", "show"),
        ("check --for", "--format"),
        ("check . --format j", "json"),
        ("rules globalconfig st", "strict"),
        ("check . --level very", "very-high"),
        ("check . --need untrusted", "untrusted-code"),
        ("recommend --scenario financial", "financial-trading"),
        ("compare gvi", "gvisor"),
        ("explain gvi", "gvisor"),
    ];

    /// <summary>How a shell is made to complete a line: what it runs behind the script, with the line in <c>$LINE</c>.</summary>
    private static readonly Dictionary<string, string> Drivers = new(StringComparer.Ordinal)
    {
        ["bash"] = """COMP_LINE="isolation $LINE"; COMP_POINT=${#COMP_LINE}; _isolation; printf '%s\n' "${COMPREPLY[@]}" """,
        ["zsh"] = """words=(isolation ${=LINE}); CURRENT=${#words}; compadd() { print -l -- $replies }; _files() { print -- files }; _isolation""",
        ["fish"] = "complete --do-complete \"isolation $LINE\"",
    };

    public static TheoryData<string, string, string> Lines
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var shell in Drivers.Keys)
            {
                foreach (var (typed, completed) in Cases)
                {
                    rows.Add(shell, typed, completed);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_shell_completes(string shell, string typed, string completed) =>
        Assert.Contains(completed, (await CompleteAsync(shell, typed)).Split('\n', StringSplitOptions.TrimEntries));

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Options_do_not_stand_in_the_way_of_files(string shell) =>
        Assert.DoesNotContain("--format", await CompleteAsync(shell, "check dep"), StringComparison.Ordinal);

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void A_script_says_where_it_goes(string shell)
    {
        using var workspace = new Workspace();
        var run = workspace.Run("completion", shell);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"isolation completion {shell}", run.Output.Split("\n")[0] + run.Output.Split("\n")[1], StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Output);
    }

    /// <summary>Help as Windows once spelt it is no command, and elsewhere it is a path.</summary>
    [Fact]
    public void Commands_are_not_mixed_with_spellings_of_help()
    {
        using var workspace = new Workspace();

        Assert.DoesNotContain('/', workspace.Run("[suggest:0]", string.Empty).Output);
        workspace.Run("check", "/h").AssertRefused("there is no file or folder '/h'");
    }

    [Fact]
    public void A_shell_that_is_not_known_is_told()
    {
        using var workspace = new Workspace();
        workspace.Run("completion", "fsh").AssertRefused("did you mean 'fish'?");
    }

    private static async Task<string> CompleteAsync(string shell, string typed)
    {
        Assert.SkipUnless(Find(shell) is { }, $"{shell} is not installed");
        using var workspace = new Workspace();
        var script = workspace.Run("completion", shell).Output;
        workspace.Add("bin/isolation", $"#!/bin/sh\nexec '{ToolProcess.Runtime}' exec '{Path.Combine(AppContext.BaseDirectory, "IsolationModel.Cli.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(workspace.PathOf("bin/isolation"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        workspace.Add("complete", (shell == "zsh" ? "compdef() { }\n" : string.Empty) + script + "\n" + Drivers[shell] + "\n");

        var start = new ProcessStartInfo(Find(shell)!) { WorkingDirectory = workspace.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(workspace.PathOf("complete"));
        // Neither the set-up of whoever runs the tests, nor a complaint about a language that is not installed.
        start.Environment["HOME"] = start.Environment["ZDOTDIR"] = start.Environment["XDG_CONFIG_HOME"] = workspace.Root;
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("BASH_ENV");
        start.Environment["LINE"] = typed;
        start.Environment["PATH"] = workspace.PathOf("bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var run = await ToolProcess.FinishAsync(process);
        Assert.Equal(string.Empty, run.Error);
        return run.Output;
    }

    private static string? Find(string shell) => OperatingSystem.IsWindows()
        ? null
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, shell)).FirstOrDefault(File.Exists);
}
