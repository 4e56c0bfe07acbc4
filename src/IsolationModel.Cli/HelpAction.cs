using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using IsolationModel.Cli.Commands;
using IsolationModel.Cli.Output;

namespace IsolationModel.Cli;

/// <summary>The help of the library, and below it what a manual has besides: exit codes and examples.</summary>
/// <param name="library">What writes the library's help.</param>
/// <param name="width">How many columns the terminal has; null where there is none.</param>
internal sealed class HelpAction(SynchronousCommandLineAction library, int? width) : SynchronousCommandLineAction
{
    /// <summary>Whoever asks for help need not have written the rest of the line.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = library.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is not ToolCommand command)
        {
            return code;
        }

        if (command.Manual.ExitCodes.Count > 0)
        {
            output.Write("Exit codes:\n");
            foreach (var (number, meaning) in command.Manual.ExitCodes)
            {
                Write(output, number.ToString(CultureInfo.InvariantCulture).PadRight(5), meaning);
            }

            output.Write("\n");
        }

        if (command.Manual.Examples.Count > 0)
        {
            output.Write("Examples:\n");
            foreach (var (line, purpose) in command.Manual.Examples)
            {
                output.Write($"  {line}\n");
                Write(output, "    ", purpose);
            }

            output.Write("\n");
        }

        return code;
    }

    private void Write(TextWriter output, string head, string text)
    {
        foreach (var line in width is null ? [text] : TextLayout.Wrap(text, Math.Max(width.Value - head.Length - 2, 20)))
        {
            output.Write($"  {head}{line}\n");
            head = new string(' ', head.Length);
        }
    }
}
