using System.CommandLine;
using IsolationModel.Cli;
using IsolationModel.Cli.Commands;
using IsolationModel.Conformance.FrontEnds;

namespace IsolationModel.Conformance.Documentation;

/// <summary>The help of the tool: every command has one, and what it shows works.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => new(All.Keys);

    public static TheoryData<string> Examples => new(All.Values.OfType<ToolCommand>().SelectMany(command => command.Manual.Examples.Select(example => example.Line)));

    private static SortedDictionary<string, Command> All { get; } = Gather();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_tells_its_exit_codes_and_shows_examples(string path)
    {
        var command = Assert.IsType<ToolCommand>(All[path]);
        Assert.NotEmpty(command.Manual.Examples);
        Assert.Equal(command.Manual.ExitCodes.Select(code => code.Code).Order(), command.Manual.ExitCodes.Select(code => code.Code));
        Assert.All(command.Manual.Examples, example => Assert.StartsWith($"isolation {path}", example.Line, StringComparison.Ordinal));

        var help = CommandLineFrontEnd.Run(Repository.Root, [.. path.Split(' '), "--help"]).Report;
        Assert.All(command.Manual.Examples, example => Assert.Contains($"  {example.Line}\n", help, StringComparison.Ordinal));
        Assert.All(command.Manual.ExitCodes, code => Assert.Contains($"  {code.Code,-5}{code.Meaning}\n", help, StringComparison.Ordinal));
    }

    /// <summary>Each example runs among the samples, ends with an exit code that its help explains, and 2 is none of them.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_works(string line)
    {
        using var folder = new ShopCopy();
        var words = ShellWords.Split(line);
        var path = All.Keys.Where(known => $"{line} ".StartsWith($"isolation {known} ", StringComparison.Ordinal)).MaxBy(known => known.Length)!;
        var (code, report) = folder.Run(words);
        Assert.Contains(code, ((ToolCommand)All[path]).Manual.ExitCodes.Select(known => known.Code));
        Assert.NotEqual(ExitCode.Failure, code);

        // A server answers what it is asked, and here nobody asks.
        Assert.True(report.Length > 0 || folder.HasNewFiles || path == "lsp", "it told nothing and wrote nothing");
    }

    private static SortedDictionary<string, Command> Gather()
    {
        var host = new ToolHost(() => Stream.Null, Stream.Null, TextWriter.Null, Repository.Root, UsesColor: false);
        var commands = new SortedDictionary<string, Command>(StringComparer.Ordinal);
        foreach (var command in CommandList.All(new CheckCommand(host, CancellationToken.None).Command, host, CancellationToken.None))
        {
            Add(command, command.Name);
        }

        return commands;

        void Add(Command command, string path)
        {
            if (command.Action is not null)
            {
                commands.Add(path, command);
            }

            foreach (var child in command.Subcommands)
            {
                Add(child, $"{path} {child.Name}");
            }
        }
    }
}
