namespace IsolationModel.Findings;

/// <summary>What is fixed about a rule: its id is never reused, its name states the pattern that it flags.</summary>
/// <param name="Id"><c>ISM</c> and four digits.</param>
/// <param name="Name">The flagged pattern in PascalCase.</param>
/// <param name="Category">What the rule is about.</param>
/// <param name="DefaultSeverity">How loudly it is told unless configured otherwise.</param>
/// <param name="Title">One line for lists and editors.</param>
/// <param name="Description">What is flagged and why it matters, in one or two sentences.</param>
public sealed record RuleDescriptor(
    string Id,
    string Name,
    RuleCategory Category,
    FindingSeverity DefaultSeverity,
    string Title,
    string Description)
{
    /// <summary>Whether some findings of the rule carry edits that mend them, in descriptors or in C#.</summary>
    public bool HasFix { get; init; }

    /// <summary>The rule's page in the version that this assembly was built from. Made when it is asked for: every start makes all rules, and few are told.</summary>
    public Uri HelpUri => new($"{ProductInfo.ProjectUrl}/blob/v{ProductInfo.Version}/analyzers/docs/rules/{Id}.md");
}
