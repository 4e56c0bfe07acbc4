using System.CommandLine;
using IsolationModel.Cli.LanguageServer;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation lsp</c>: the language server.</summary>
internal sealed class LspCommand
{
    private readonly Option<bool> _stdio = new("--stdio") { Description = "Talks over standard input and output, which it does anyway; clients name it out of habit." };

    public LspCommand(ToolHost host, CancellationToken cancellationToken)
    {
        Command = new ToolCommand(
            "lsp",
            "Serves editors by the Language Server Protocol over standard input and output: what check finds, as it is typed, with arguments, fixes and completions.",
            new CommandManual(
                [(0, "the client has shut the server down"), (1, "the client is gone without that"), (130, "interrupted")],
                [
                    ("isolation lsp", "What an editor starts; nobody types it."),
                ]))
        {
            _stdio,
        };
        Command.SetAction(_ =>
        {
            using var server = new LspServer(host);
            return server.Run(cancellationToken);
        });
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }
}
