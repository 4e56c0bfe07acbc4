using System.CommandLine;
using IsolationModel.Cli.Input;
using IsolationModel.Text;

namespace IsolationModel.Cli.Commands;

/// <summary>Symbols that commands share, and what all of them check.</summary>
internal static class SharedSymbols
{
    public static Option<string[]> Needs(string of) => new("--need")
    {
        HelpName = "token",
        Description = $"A need of {of}: a threat (untrusted-code), a level (level:high) or a limit (\"startup <= 125 ms\"); several times, or separated by commas.",
        CompletionSources = { static _ => ModelWords.Needs() },
    };

    public static Option<string?> Level(string description) => new("--level")
    {
        HelpName = "level",
        Description = description,
        CompletionSources = { static _ => ModelWords.Levels() },
    };

    public static Option<string?> Scenario(string description) => new("--scenario")
    {
        HelpName = "scenario",
        Description = description,
        CompletionSources = { static _ => ModelWords.Scenarios() },
    };

    public static Option<string[]> Models(string onMistakes) => new("--model")
    {
        HelpName = "overlay.json",
        Description = $"An overlay (*.isolation.json) on the built-in model; several times. {onMistakes}",
    };

    public static Option<string?> Day() => new("--day")
    {
        HelpName = "yyyy-MM-dd",
        Description = "The day for which bans and suppressions with an end are judged; today (UTC) unless given.",
    };

    public static Option<string?> Under() => new("--under")
    {
        HelpName = "settings",
        Description = "Settings of the pod, separated by commas, as the model or as Kubernetes spells them: privileged, hostPath=/etc:ro, capabilities.add=SYS_ADMIN, seccomp=Unconfined, hostUsers=false.",
    };

    public static void AcceptOnly(Option option, string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (Array.IndexOf(words, token.Value) < 0)
                {
                    result.AddError($"{option.Name}: there is no '{token.Value}'; {Hint.Of(token.Value, words)}");
                }
            }
        });
    }

    /// <summary>What starts with a dash and is no option would pass for an argument; unless it is a path that exists, it is a misspelt option.</summary>
    public static void RejectMisspeltOptions(Command command, Argument argument, string? currentDirectory) => command.Validators.Add(result =>
    {
        foreach (var token in result.GetResult(argument)?.Tokens ?? [])
        {
            var text = token.Value;
            if (text.Length < 2 || text[0] != '-' || (currentDirectory is not null && InputSearch.Exists(text, currentDirectory)))
            {
                continue;
            }

            var nearest = NearestName.Of(text, command.Options.Select(static option => option.Name));
            result.AddError(nearest is null ? $"there is no option '{text}'" : $"there is no option '{text}'; did you mean '{nearest}'?");
        }
    });
}
