using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Rules;

/// <summary>How C# code uses the product's library. What the code says is found by the compiler alone; what is told of it is worded here.</summary>
public static class UsageRules
{
    private static readonly UnknownNeed UnknownNeed = new();

    /// <summary>An entry is asked for by an id that the model does not have.</summary>
    public static RuleDescriptor EntryIsUnknown { get; } = Rule(
        "ISM3001",
        "EntryIsUnknown",
        "Entry is asked for by an unknown id",
        "A constant id is given to Find, and the model has no such entry, so that the result is null whenever the program runs.") with { HasFix = true };

    /// <summary>A text is read as a need that the model does not know.</summary>
    public static RuleDescriptor NeedTextIsUnknown { get; } = Rule(
        "ISM3002",
        "NeedTextIsUnknown",
        "Text of a need is not known",
        "A constant text is read as a need, and the model does not understand it, so that the call throws whenever the program runs.") with { HasFix = true };

    /// <summary>An entry is asked for by an id although it has a typed member.</summary>
    public static RuleDescriptor IdHasTypedMember { get; } = Rule(
        "ISM3003",
        "IdHasTypedMember",
        "Entry with a typed member is asked for by its id",
        "A constant id is given to Find, although the model has a typed member for the entry: the member is never null, and a misspelt one does not compile.") with { HasFix = true };

    /// <summary>An attribute declares no need.</summary>
    public static RuleDescriptor AttributeDeclaresNothing { get; } = Rule(
        "ISM3005",
        "AttributeDeclaresNothing",
        "Attribute declares no need",
        "An attribute that declares needs names none, and no level or scenario, so that nothing is checked where a reader expects a check.");

    /// <summary>Rules without a workload.</summary>
    internal static IReadOnlyList<RuleDescriptor> All => [EntryIsUnknown, NeedTextIsUnknown, IdHasTypedMember, AttributeDeclaresNothing];

    /// <summary>An id that no entry has.</summary>
    /// <param name="file">The file.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="id">The id with its place.</param>
    /// <param name="catalogue">Where it is searched, such as <c>Technologies</c>.</param>
    /// <param name="ids">The ids that there are.</param>
    public static Finding UnknownEntry(string file, LineMap lines, CodeValue id, string catalogue, IEnumerable<string> ids)
    {
        var nearest = NearestName.Of(id.Text!, ids);
        var hint = nearest is null ? "look it up in the catalogue, or define it in an overlay" : $"did you mean '{nearest}'?";
        var finding = Finding.At(
            EntryIsUnknown, EntryIsUnknown.DefaultSeverity, file, lines, id.Range, $"{catalogue} has no entry '{id.Text}', so the result is always null; {hint}");
        // Two more characters are the quotes of a literal that holds the id as it is.
        return nearest is null || id.Range.Length != id.Text!.Length + 2
            ? finding
            : WithEdit(finding, new TextEdit(new TextRange(id.Range.Start + 1, id.Text.Length), nearest), $"Change to '{nearest}'");
    }

    /// <summary>An id that has a member.</summary>
    /// <param name="file">The file.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="id">The id with its place.</param>
    /// <param name="member">The member, such as <c>Technologies.GVisor</c>.</param>
    /// <param name="edit">What writes the member instead, or null.</param>
    public static Finding TypedMember(string file, LineMap lines, CodeValue id, string member, TextEdit? edit)
    {
        var finding = Finding.At(
            IdHasTypedMember, IdHasTypedMember.DefaultSeverity, file, lines, id.Range, $"'{id.Text}' is asked for by its id, which may be null; write {member}, which never is");
        return edit is null ? finding : WithEdit(finding, edit, $"Use {member}");
    }

    /// <summary>An attribute without a need.</summary>
    /// <param name="file">The file.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="attribute">The attribute with its place.</param>
    public static Finding EmptyAttribute(string file, LineMap lines, CodeValue attribute) => Finding.At(
        AttributeDeclaresNothing,
        AttributeDeclaresNothing.DefaultSeverity,
        file,
        lines,
        attribute.Range,
        $"[{attribute.Text}] declares no need, so nothing is checked by it; name needs such as \"untrusted-code\", or a level or scenario, or remove it");

    /// <summary>What is not understood in the needs that attributes declare.</summary>
    public static IEnumerable<Finding> OfAttributes(ModelIndex model, IEnumerable<NeedDeclaration> declarations) => Unknown(model, declarations).Select(UnknownNeed.FindingOf);

    /// <summary>What is not understood in a text that the program reads as needs.</summary>
    public static IEnumerable<Finding> OfText(ModelIndex model, NeedDeclaration declaration) =>
        Unknown(model, [declaration]).Select(static problem => UnknownNeed.Of(NeedTextIsUnknown, problem));

    private static Finding WithEdit(Finding finding, TextEdit edit, string title) => finding with { Edits = new EquatableArray<TextEdit>([edit]), FixTitle = title };

    private static IEnumerable<NeedProblem> Unknown(ModelIndex model, IEnumerable<NeedDeclaration> declarations) =>
        NeedSet.Combine(model, declarations).Problems.Where(static problem => problem.Kind == NeedProblemKind.Unknown);

    private static RuleDescriptor Rule(string id, string name, string title, string description) =>
        new(id, name, RuleCategory.Usage, FindingSeverity.Warning, title, description);
}
