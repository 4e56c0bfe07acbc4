using System.CommandLine;
using System.Globalization;
using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;

namespace IsolationModel.Cli.Commands;

/// <summary>The symbols of every command that answers from the model, and how such a command runs.</summary>
internal sealed class ModelSymbols
{
    private const string Text = "text";
    private const string Json = "json";
    private const string DayFormat = "yyyy-MM-dd";

    private readonly ToolHost _host;
    private readonly Option<string> _format = new("--format")
    {
        HelpName = $"{Text}|{Json}",
        Description = "Text for people, or one JSON value for programs.",
        DefaultValueFactory = static _ => Text,
    };

    private readonly Option<string[]> _models = SharedSymbols.Models("One with mistakes gives no answer: they are told on standard error, and the exit code is 2.");
    private readonly Option<string?> _day = SharedSymbols.Day();

    public ModelSymbols(ToolHost host, Command command, bool hasModels = true, bool hasDay = true, bool hasFormat = true)
    {
        _host = host;
        SharedSymbols.AcceptOnly(_format, [Text, Json]);
        if (hasModels)
        {
            command.Add(_models);
        }

        if (hasDay)
        {
            command.Add(_day);
        }

        if (hasFormat)
        {
            command.Add(_format);
        }
    }

    /// <summary>The day that bans are judged for.</summary>
    /// <exception cref="UsageException">It is no day.</exception>
    public static string DayOf(string? text, ToolHost host) => text is null
        ? host.Clock.GetUtcNow().ToString(DayFormat, CultureInfo.InvariantCulture)
        : DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw new UsageException($"--day: '{text}' is no day; write it as 2026-01-31");

    /// <summary>The day of the command line.</summary>
    /// <exception cref="UsageException">It is no day.</exception>
    public string Day(ParseResult parsed) => DayOf(parsed.GetValue(_day), _host);

    /// <summary>The overlays of the command line, as they were given.</summary>
    public IReadOnlyList<string> Overlays(ParseResult parsed) => parsed.GetValue(_models) ?? [];

    /// <summary>The model with the overlays of the command line; null where they hold mistakes, which are told.</summary>
    /// <exception cref="UsageException">An overlay is no file, or the day is none.</exception>
    public ModelIndex? Load(ParseResult parsed) => Load(parsed, Overlays(parsed));

    /// <summary>The model with these overlays; null where they hold mistakes, which are told.</summary>
    /// <exception cref="UsageException">An overlay is no file, or the day is none.</exception>
    public ModelIndex? Load(ParseResult parsed, IReadOnlyList<string> overlays)
    {
        var day = Day(parsed);
        var loaded = OverlayLoader.Load(OverlayLoader.Find(overlays, _host.CurrentDirectory));
        foreach (var finding in loaded.Findings)
        {
            _host.Error.Write(FindingLine.Of(finding) + "\n");
        }

        return loaded.HasErrors ? null : new ModelIndex(loaded.Model) { Day = day };
    }

    /// <summary>Loads the model, finds the answer, and tells it.</summary>
    /// <returns>The exit code.</returns>
    public int Answer(ParseResult parsed, Func<ModelIndex, (IAnswer Answer, int Code)> find)
    {
        if (Load(parsed) is not { } model)
        {
            return ExitCode.Failure;
        }

        var (answer, code) = find(model);
        Write(parsed, answer);
        return code;
    }

    /// <summary>Tells an answer in the format that is asked for.</summary>
    public void Write(ParseResult parsed, IAnswer answer) => _host.Write(answer, string.Equals(parsed.GetRequiredValue(_format), Json, StringComparison.Ordinal));
}
