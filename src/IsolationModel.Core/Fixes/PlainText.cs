namespace IsolationModel.Fixes;

/// <summary>Texts that YAML reads as texts without quotes, in either of its versions.</summary>
internal static class PlainText
{
    /// <summary>Words that YAML 1.1 reads as booleans or null (https://yaml.org/type/bool.html), in lower case.</summary>
    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];

    /// <summary>Whether it starts with a letter, has letters, digits, hyphens and dots only, and is no word of YAML's own.</summary>
    public static bool Is(string text) =>
        text.Length > 0
        && IsLetter(text[0])
        && text.All(character => IsLetter(character) || character is >= '0' and <= '9' or '-' or '.')
        && Array.IndexOf(Words, text.ToLowerInvariant()) < 0;

    private static bool IsLetter(char character) => character is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}
