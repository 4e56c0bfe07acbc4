using System.Globalization;

namespace IsolationModel.Cli;

/// <summary>What a stream shows to whom, by what users and terminals say in the environment.</summary>
/// <remarks>
/// Of the words of users, <c>NO_COLOR</c> (no-color.org) goes before those that ask for colours, <c>FORCE_COLOR</c> and <c>CLICOLOR_FORCE</c>, and those go
/// before <c>CLICOLOR=0</c>, <c>TERM=dumb</c> and a redirection: whoever forces colours wants them in a log. Hyperlinks and moving lines are for
/// terminals alone.
/// </remarks>
/// <param name="isTerminal">Whether the stream is a terminal.</param>
/// <param name="variable">The value of an environment variable.</param>
internal sealed class TerminalTraits(bool isTerminal, Func<string, string?> variable)
{
    /// <summary>The first version of VTE, on which GNOME's terminals rest, that has hyperlinks without a known flaw: 0.50.1.</summary>
    private const int FirstVteWithLinks = 5001;

    private static readonly string[] LinkingPrograms = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"];

    private static readonly string[] LinkingTerms = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour"];

    /// <summary>Whether there are colours.</summary>
    public bool UsesColor =>
        !IsSet("NO_COLOR") && (Forces("FORCE_COLOR") ?? (Forces("CLICOLOR_FORCE") is true || (IsRewritable && variable("CLICOLOR") is not "0")));

    /// <summary>Whether the terminal follows hyperlinks; a user's <c>FORCE_HYPERLINK</c> decides where the terminal is not known.</summary>
    public bool UsesLinks => IsRewritable && !IsSet("NO_COLOR") && (Forces("FORCE_HYPERLINK") ?? FollowsLinks);

    /// <summary>Whether it is a terminal that understands escape sequences; consoles of Windows other than its Terminal may not.</summary>
    public bool IsRewritable => isTerminal && variable("TERM") is not "dumb" && (!OperatingSystem.IsWindows() || variable("WT_SESSION") is not null);

    private bool FollowsLinks =>
        IsSet("WT_SESSION")
        || IsSet("KONSOLE_VERSION")
        || IsSet("DOMTERM")
        || Array.IndexOf(LinkingPrograms, variable("TERM_PROGRAM")) >= 0
        || Array.Exists(LinkingTerms, term => variable("TERM")?.StartsWith(term, StringComparison.Ordinal) == true)
        || (int.TryParse(variable("VTE_VERSION"), NumberStyles.None, CultureInfo.InvariantCulture, out var vte) && vte >= FirstVteWithLinks);

    private bool IsSet(string name) => !string.IsNullOrEmpty(variable(name));

    /// <summary>What a switch says: on, off, or nothing.</summary>
    private bool? Forces(string name) => variable(name) switch
    {
        null or "" => null,
        "0" or "false" => false,
        _ => true,
    };
}
