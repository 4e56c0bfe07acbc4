using System.CommandLine;

namespace IsolationModel.Cli.Commands;

/// <summary>The registry of commands: one line a command, in the order in which help lists them.</summary>
internal static class CommandList
{
    public static Command[] All(Command check, ToolHost host, CancellationToken cancellationToken) =>
    [
        check,
        new FixCommand(host, cancellationToken).Command,
        new ExplainCommand(host, cancellationToken).Command,
        new ReportCommand(host, cancellationToken).Command,
        new InitCommand(host).Command,
        new ExportCommand(host).Command,
        new RulesCommand(host).Command,
        new RecommendCommand(host).Command,
        new CompareCommand(host).Command,
        new TreeCommand(host).Command,
        new ModelCommand(host).Command,
        new LspCommand(host, cancellationToken).Command,
        new CompletionCommand(host).Command,
    ];
}
