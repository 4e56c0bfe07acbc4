using System.CommandLine;
using System.Reflection;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation completion</c>: what makes shells complete the tool's commands, options and words.</summary>
internal sealed class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public CompletionCommand(ToolHost host)
    {
        var shell = new Argument<string>("shell") { HelpName = string.Join('|', Shells), Description = "The shell." };
        shell.CompletionSources.Add(Shells);
        Command = new ToolCommand(
            "completion",
            "Writes the script that makes a shell complete this tool; its first line says where it goes.",
            new CommandManual(
                [(0, "done"), (2, "usage")],
                [
                    ("isolation completion bash", "For eval in ~/.bashrc."),
                ]))
        {
            shell,
        };
        SharedSymbols.RejectMisspeltOptions(Command, shell, null);
        Command.SetAction(parsed => Write(parsed.GetRequiredValue(shell), host));
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    /// <summary>The scripts ask the tool itself, by the <c>[suggest]</c> directive of System.CommandLine, so that they never grow old.</summary>
    private static int Write(string shell, ToolHost host)
    {
        using var script = Assembly.GetExecutingAssembly().GetManifestResourceStream($"completion/isolation.{shell}")
            ?? throw new UsageException($"there is no script for '{shell}'; {Hint.Of(shell, Shells)}");
        using var reader = new StreamReader(script, ToolHost.Utf8);
        host.Output.Write(ToolHost.Utf8.GetBytes(reader.ReadToEnd().ReplaceLineEndings("\n")));
        host.Output.Flush();
        return ExitCode.Clean;
    }
}
