namespace IsolationModel.Text;

/// <summary>Recognises text that some tool fills in later: nothing is known about the value until then.</summary>
public static class Placeholder
{
    /// <summary>
    /// Whether a text holds a placeholder: <c>{{ x }}</c> (Helm and other Go templates, Jinja), <c>${x}</c> (envsubst, Flux), <c>#{x}#</c>
    /// (release pipelines), <c>$(x)</c> (Tekton, pipelines) or <c>__X__</c> (the other form of release pipelines, upper case only).
    /// </summary>
    public static bool IsIn(string text) =>
        Has(text, "{{", "}}") || Has(text, "${", "}") || Has(text, "#{", "}") || Has(text, "$(", ")") || HasToken(text);

    /// <summary>
    /// Whether a name in capitals stands between double underscores, cut off from other words: <c>__RUNTIME__</c>, <c>web-__ENV__</c>. Names of
    /// Kubernetes have no underscores, and names of code (<c>__init__</c>, <c>A__B__C</c>) are not cut off or not in capitals.
    /// </summary>
    private static bool HasToken(string text)
    {
        for (var start = text.IndexOf("__", StringComparison.Ordinal); start >= 0; start = text.IndexOf("__", start + 1, StringComparison.Ordinal))
        {
            var at = start + 2;
            while (at < text.Length && IsOfToken(text[at]) && !IsEnd(text, at))
            {
                at++;
            }

            var hasName = at > start + 2 && text[start + 2] is >= 'A' and <= 'Z';
            if (hasName && IsEnd(text, at) && (start == 0 || !IsWord(text[start - 1])) && (at + 2 == text.Length || !IsWord(text[at + 2])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEnd(string text, int at) => string.CompareOrdinal(text, at, "__", 0, 2) == 0;

    private static bool IsOfToken(char c) => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-';

    private static bool IsWord(char c) => c == '_' || char.IsLetterOrDigit(c);

    private static bool Has(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        return start >= 0 && text.IndexOf(close, start + open.Length, StringComparison.Ordinal) >= 0;
    }
}
