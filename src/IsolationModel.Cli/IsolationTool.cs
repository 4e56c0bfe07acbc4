using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using IsolationModel.Cli.Commands;
using IsolationModel.Cli.Output;
using IsolationModel.Text;

namespace IsolationModel.Cli;

/// <summary>The tool as a function: arguments and streams in, exit code out.</summary>
internal static class IsolationTool
{
    /// <summary>How long an interrupted run may take to tell what it has found, and to remove what is half written; what blocks must not hold the process.</summary>
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(3);

    /// <summary>Runs the tool. Throws nothing.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What fails because it was stopped is not worth telling")]
    public static int Run(IReadOnlyList<string> args, ToolHost host, CancellationToken cancellationToken)
    {
        // Neither async nor a result: state machines and generic tasks would be compiled at every start.
        var code = ExitCode.Failure;
        var run = Task.Run(() => { code = RunToEnd(args, host, cancellationToken); }, CancellationToken.None);
        try
        {
            run.Wait(cancellationToken);
            if (code == ExitCode.Interrupted)
            {
                // It was done with telling what it had before anybody looked.
                Tell(host, "interrupted");
            }

            return code;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            _ = Task.WaitAny([run], GracePeriod);
            Tell(host, "interrupted");
            return ExitCode.Interrupted;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The tool never shows a stack trace: an unforeseen failure is one line and an exit code")]
    private static int RunToEnd(IReadOnlyList<string> args, ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            return Invoke(args, host with { Output = Told(host.Output) }, cancellationToken);
        }
        catch (UsageException mistake)
        {
            Tell(host, mistake.Message);
            return ExitCode.Failure;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var cause = error.GetBaseException();
            Tell(host, cause is IOException or UnauthorizedAccessException
                ? cause.Message
                : $"unforeseen failure, {cause.GetType().Name}: {cause.Message} Please report it at {ProductInfo.ProjectUrl}/issues.");
            return ExitCode.Failure;
        }
    }

    private static WrittenStream Told(Stream output) => new(output, static reason => new UsageException($"standard output cannot be written: {reason}"));

    private static int Invoke(IReadOnlyList<string> args, ToolHost host, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Judges deployment descriptors against the isolation that their workloads need, and answers from the model of isolation technologies.");
        foreach (var option in root.Options)
        {
            if (option is VersionOption version)
            {
                version.Action = new VersionAction();
            }
            else if (option is HelpOption { Action: SynchronousCommandLineAction library })
            {
                option.Action = new HelpAction(library, host.Width);
                // Where paths start with a slash, these are paths; completions would offer them beside the commands.
                option.Aliases.Remove("/?");
                option.Aliases.Remove("/h");
            }
        }

        foreach (var command in Commands(args, host, cancellationToken))
        {
            root.Add(command);
        }

        // A path may start with '@' (npm scopes do): it is a path, not a file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            throw new UsageException(Explain(parsed));
        }

        using var output = new StreamWriter(host.Output, ToolHost.Utf8, leaveOpen: true) { NewLine = "\n" };
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>The commands. Checks run in every build, so they do not pay for symbols of commands that they do not name.</summary>
    private static Command[] Commands(IReadOnlyList<string> args, ToolHost host, CancellationToken cancellationToken)
    {
        var check = new CheckCommand(host, cancellationToken).Command;
        return args.Count > 0 && string.Equals(args[0], check.Name, StringComparison.Ordinal) ? [check] : CommandList.All(check, host, cancellationToken);
    }

    private static string Explain(ParseResult parsed)
    {
        var messages = new List<string>();
        foreach (var error in parsed.Errors)
        {
            messages.Add(error.Message);
        }

        var command = parsed.CommandResult.Command;
        foreach (var token in parsed.UnmatchedTokens)
        {
            var known = token.StartsWith('-') ? command.Options.Select(static option => option.Name) : command.Subcommands.Select(static subcommand => subcommand.Name);
            if (NearestName.Of(token, known) is { } nearest)
            {
                messages.Add($"did you mean '{nearest}'?");
            }
        }

        var path = string.Empty;
        for (var result = parsed.CommandResult; result.Command is not RootCommand && result.Parent is CommandResult parent; result = parent)
        {
            path = $" {result.Command.Name}{path}";
        }

        messages.Add($"see 'isolation{path} --help'");
        return string.Join('\n', messages);
    }

    /// <summary>Tells what went wrong, a line each, each marked as ours.</summary>
    private static void Tell(ToolHost host, string message)
    {
        foreach (var line in message.Split('\n'))
        {
            host.Error.Write($"isolation: {HarmlessText.Of(line.TrimEnd('\r'))}\n");
        }
    }
}
