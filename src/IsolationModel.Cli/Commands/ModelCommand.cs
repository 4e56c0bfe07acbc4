using System.CommandLine;
using IsolationModel.Cli.Answers;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Commands;

/// <summary><c>isolation model</c>: looks into the model, checks it, and compares it.</summary>
internal sealed class ModelCommand
{
    private readonly ToolHost _host;

    public ModelCommand(ToolHost host)
    {
        _host = host;
        Command = new Command("model", "Looks into the model: lists, shows and finds entries, validates overlays, and tells what they change.")
        {
            List(), Show(), Find(), Validate(), new ModelDiffCommand(host).Command,
        };
    }

    /// <summary>The command, to be added to the root.</summary>
    public Command Command { get; }

    private ToolCommand List()
    {
        var kind = new Option<string?>("--kind") { HelpName = "kind", Description = "Only entries of this kind: runtime, stack, hypervisor, engine, platform, mechanism, control, hardware." };
        var family = new Option<string?>("--family") { HelpName = "family", Description = "Only entries of this family: virtualization, containerization, sandboxing." };
        var command = new ToolCommand(
            "list",
            "Lists the entries of the catalogue. JSON is an array of objects with id, name, kind and families.",
            new CommandManual(
                [(0, "done"), (2, "usage, or a model with mistakes")],
                [
                    ("isolation model list --kind hypervisor", "The hypervisors."),
                ])) { kind, family };
        var symbols = new ModelSymbols(_host, command, hasDay: false);
        command.SetAction(parsed => symbols.Answer(parsed, model =>
        {
            var kindWord = Known(parsed.GetValue(kind), "--kind", "kind", [.. model.Definition.Entries.Select(Words.KindOf).Distinct()]);
            var familyWord = Known(parsed.GetValue(family), "--family", "family", [.. model.Definition.Families.Select(static known => known.Id)]);
            var entries = model.Definition.Entries.Where(entry =>
                (kindWord is null || string.Equals(Words.KindOf(entry), kindWord, StringComparison.Ordinal)) && (familyWord is null || entry.Families.Contains(familyWord)));
            return (new EntryListAnswer([.. entries]), ExitCode.Clean);
        }));
        return command;
    }

    private ToolCommand Show()
    {
        var name = new Argument<string>("id") { Description = "An id, a name, or a reference such as platform/docker." };
        var command = new ToolCommand(
            "show",
            "Shows everything that the model holds of an entry.",
            new CommandManual(
                [(0, "done"), (2, "usage, an unknown name, or a model with mistakes")],
                [
                    ("isolation model show platform/docker", "The product, as opposed to the stack of the same name."),
                ])) { name };
        SharedSymbols.RejectMisspeltOptions(command, name, null);
        var symbols = new ModelSymbols(_host, command);
        command.SetAction(parsed => symbols.Answer(parsed, model => (new ExplainAnswer(model, Catalogue.Resolve(model, parsed.GetRequiredValue(name))) { ListsSources = true }, ExitCode.Clean)));
        return command;
    }

    private ToolCommand Find()
    {
        var text = new Argument<string>("text") { Description = "What an id, a name or another name contains; case is free." };
        var command = new ToolCommand(
            "find",
            "Finds entries by a part of their names.",
            new CommandManual(
                [(0, "found"), (1, "not found"), (2, "usage, or a model with mistakes")],
                [
                    ("isolation model find kata", "Everything whose name holds kata."),
                ])) { text };
        SharedSymbols.RejectMisspeltOptions(command, text, null);
        var symbols = new ModelSymbols(_host, command, hasDay: false);
        command.SetAction(parsed => symbols.Answer(parsed, model =>
        {
            var wanted = parsed.GetRequiredValue(text).Trim();
            var entries = wanted.Length == 0 ? throw new UsageException("there is nothing to find") : Catalogue.Containing(model.Definition, wanted).ToList();
            return (new EntryListAnswer(entries), entries.Count == 0 ? ExitCode.Findings : ExitCode.Clean);
        }));
        return command;
    }

    private ToolCommand Validate()
    {
        var overlays = new Argument<string[]>("overlays") { Arity = ArgumentArity.ZeroOrMore, Description = "Overlays (*.isolation.json) on the built-in model." };
        var command = new ToolCommand(
            "validate",
            "Reads the model with overlays, tells their mistakes, and checks that every scenario is answered as its source answers it.",
            new CommandManual(
                [(0, "sound"), (1, "a scenario misses its expectation"), (2, "usage, or mistakes in an overlay")],
                [
                    ("isolation model validate shop.isolation.json", "Whether an overlay can be used."),
                ]))
        {
            overlays,
        };
        SharedSymbols.RejectMisspeltOptions(command, overlays, _host.CurrentDirectory);
        var symbols = new ModelSymbols(_host, command, hasModels: false);
        command.SetAction(parsed =>
        {
            var loaded = OverlayLoader.Load(OverlayLoader.Find(parsed.GetValue(overlays) ?? [], _host.CurrentDirectory));
            var answer = new ValidationAnswer(loaded, new ModelIndex(loaded.Model) { Day = symbols.Day(parsed) });
            symbols.Write(parsed, answer);
            return answer.Code;
        });
        return command;
    }

    private static string? Known(string? word, string option, string what, IReadOnlyList<string> known) => word is null || known.Contains(word)
        ? word
        : throw new UsageException($"{option}: there is no {what} '{word}'; {Hint.Of(word, known)}");
}
