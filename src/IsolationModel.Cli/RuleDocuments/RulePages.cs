using System.Reflection;
using IsolationModel.Findings;

namespace IsolationModel.Cli.RuleDocuments;

/// <summary>The pages of the rules, as they were when the tool was built: they can be read where there is no network.</summary>
internal static class RulePages
{
    /// <summary>The page of a rule, in Markdown.</summary>
    public static string Of(RuleDescriptor rule)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"rules/{rule.Id}.md")
            ?? throw new InvalidOperationException($"The page of {rule.Id} is not in the tool.");
        using var reader = new StreamReader(stream, ToolHost.Utf8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
