namespace IsolationModel.Text;

/// <summary>Recognises text that some tool fills in later: nothing is known about the value until then.</summary>
public static class Placeholder
{
    /// <summary>
    /// Whether a text holds a placeholder: <c>{{ x }}</c> (Helm and other Go templates, Jinja), <c>${x}</c> (envsubst, Flux), <c>#{x}#</c>
    /// (release pipelines) or <c>$(x)</c> (Tekton, pipelines).
    /// </summary>
    public static bool IsIn(string text) =>
        Has(text, "{{", "}}") || Has(text, "${", "}") || Has(text, "#{", "}") || Has(text, "$(", ")");

    private static bool Has(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal);
        return start >= 0 && text.IndexOf(close, start + open.Length, StringComparison.Ordinal) >= 0;
    }
}
