using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>Everything that the model tells of an entry or a family, for people.</summary>
internal sealed class EntryPage(ModelIndex model, Subject subject, TextPage page)
{
    public void Write()
    {
        WriteHead();
        WriteLinks();
        WriteValues();
        WritePerformance();
        WriteFacts();
        WriteFigures();
    }

    /// <summary>A text with its sources behind it.</summary>
    public static string Sourced(ModelIndex model, string text, IReadOnlyCollection<string> sourceIds, string? asOf = null)
    {
        var date = asOf is null ? string.Empty : $", {asOf}";
        return sourceIds.Count == 0 ? text : $"{text} [{Words.Sources(model, sourceIds)}{date}]";
    }

    private void WriteHead()
    {
        page.Line($"{Words.NameOf(subject.Id, subject.Name)}: {subject.Kind}{(subject.Name.Chinese is { } chinese ? $", {chinese}" : string.Empty)}", Tone.Strong);
        page.Item(subject.Entry?.Summary ?? subject.Family!.Definition);
        var rows = new List<IReadOnlyList<Cell>>();
        if (subject.Entry is { } entry)
        {
            Add(rows, "also called", string.Join(", ", entry.Aliases));
            Add(rows, "families", string.Join(", ", entry.Families));
            Add(rows, "status", entry.Status is { } status ? Sourced(model, Status(status), [.. status.SourceIds], status.AsOf) : null);
            Add(rows, "named by", entry.NamedBy.Count == 0 ? null : Words.Sources(model, entry.NamedBy));
            AddKind(rows, entry);
        }

        page.Table(rows);
        if (subject.Family is { } family)
        {
            WriteFamily(family);
        }
    }

    private void AddKind(List<IReadOnlyList<Cell>> rows, CatalogEntryDefinition entry)
    {
        if (entry is TechnologyDefinition technology)
        {
            Add(rows, "mechanism", technology.MechanismId);
            Add(rows, "made of", technology.Stack is { } stack ? string.Join(" + ", new[] { stack.PlatformId, stack.RuntimeId, stack.EngineId }.Where(static part => part is not null)) : null);
            foreach (var names in model.Definition.RuntimeNames.Where(name => string.Equals(name.TechnologyId, technology.Id, StringComparison.Ordinal)).GroupBy(static name => name.Kind))
            {
                Add(rows, Catalogue.WordOf(names.Key), string.Join(", ", names.Select(static name => name.Name)));
            }

            Add(rows, "forbidden", model.BanOf(technology.Id, []) is { } ban ? Sourced(model, BanText(ban), [.. ban.SourceIds]) : null);
        }
        else if (entry is PlatformDefinition platform)
        {
            Add(rows, "default", platform.DefaultTechnologyId);
            Add(rows, "requires", string.Join(" and ", platform.Requirements.Select(static requirement => requirement.Text)));
        }
    }

    private static string BanText(ForbiddenTechnology ban)
    {
        var except = ban.ExceptScenarioIds.Count == 0 ? string.Empty : $" (except in scenario {string.Join(", ", ban.ExceptScenarioIds)})";
        return $"{(ban.Until is null ? string.Empty : $"until {ban.Until}: ")}{ban.Reason}{except}";
    }

    private void WriteFamily(FamilyDefinition family)
    {
        page.Heading("Fits");
        page.Table([.. family.Fits.Select(fit => (IReadOnlyList<Cell>)[Sourced(model, fit.Text, [.. fit.SourceIds])])]);
        page.Heading("Members");
        page.Item(string.Join(", ", model.Definition.Entries.Where(entry => entry.Families.Contains(family.Id)).Select(static entry => entry.Reference.ToString())));
    }

    private void WriteLinks()
    {
        var links = subject.Entry is { } entry ? Links.Of(model.Definition, entry) : [];
        if (links.Count > 0)
        {
            page.Heading("Relations");
            page.Table([.. links.Select(static link => (IReadOnlyList<Cell>)[Spaced(link.Relation), string.Join(", ", link.Targets)])]);
        }
    }

    private void WriteValues()
    {
        var rows = new List<IReadOnlyList<Cell>> { new Cell[] { new("attribute", Tone.Faint), new("value", Tone.Faint), new("typical", Tone.Faint), new("from", Tone.Faint) } };
        var unknown = new List<string>();
        foreach (var attribute in Ordered(model.Definition))
        {
            if (subject.Find(attribute.Id) is not { } value)
            {
                continue;
            }

            if (value.Value is Values.UnknownInterval && value.Claim is null && value.Note is null)
            {
                unknown.Add(attribute.Name.English.ToLowerInvariant());
                continue;
            }

            rows.Add([attribute.Id, new Cell(ValueText.Of(model, attribute.Id, value.Value), Tone.Strong), value.Typical?.Text ?? string.Empty, new Cell([.. Details(value)])]);
        }

        if (rows.Count > 1)
        {
            page.Heading("Values");
            page.Table(rows);
        }

        if (unknown.Count > 0)
        {
            page.Item($"unknown: {string.Join(", ", unknown)}", Tone.Faint);
        }
    }

    private IEnumerable<string> Details(AttributeValue value)
    {
        if (value.SourceIds.Count > 0)
        {
            yield return Words.Sources(model, value.SourceIds) + (value.AsOf is null ? string.Empty : $", {value.AsOf}");
        }

        if (value.Condition is { } condition)
        {
            yield return $"when: {condition}";
        }

        if (value.Note is { } note)
        {
            yield return $"note: {note}";
        }

        if (value.Contested is { } contested)
        {
            yield return $"contested: {contested}";
        }

        if (value.Claim is { } claim)
        {
            yield return $"claim: {ClaimText(model, value.AttributeId, claim)} [{Words.Sources(model, [claim.SourceId])}]";
        }
    }

    /// <summary>A claim as an interval, with its own words.</summary>
    public static string ClaimText(ModelIndex model, string attributeId, AttributeClaim claim)
    {
        var typical = claim.Typical is null ? string.Empty : $", typical {claim.Typical.Text}";
        return $"{ValueText.Of(model, attributeId, claim.Value)}{typical}: \"{claim.Text}\"";
    }

    private void WritePerformance()
    {
        if (Figures.Of(subject) is { } figures)
        {
            page.Heading("Performance, for one second of native work");
            page.Table(
            [
                ["P = (T_s + T_e) / R_c", Figures.Of(figures.DocumentRatio), new Cell(Figures.RatioMeaning, Tone.Faint)],
                ["C = (T_s + T_e) * R_c", Figures.Of(figures.ResourceTime), new Cell(Figures.ResourceTimeMeaning, Tone.Faint)],
            ]);
        }
    }

    private void WriteFacts()
    {
        if (subject.Entry is { Facts.Count: > 0 } entry)
        {
            page.Heading("Facts");
            page.Table([.. entry.Facts.Select(fact => (IReadOnlyList<Cell>)
            [
                fact.Topic,
                new Cell(fact.Claim is { } claim
                    ? [Sourced(model, fact.Text, [.. fact.SourceIds], fact.AsOf), $"claim: {claim.Text} [{Words.Sources(model, [claim.SourceId])}]"]
                    : [Sourced(model, fact.Text, [.. fact.SourceIds], fact.AsOf)]),
            ])]);
        }
    }

    private void WriteFigures()
    {
        if (subject.Entry is { Figures.Count: > 0 } entry)
        {
            page.Heading("Figures, as they were published");
            page.Table([.. entry.Figures.Select(figure => (IReadOnlyList<Cell>)
            [
                figure.Metric,
                figure.Value,
                Sourced(model, string.Join("; ", new[] { figure.Condition, figure.Note }.Where(static text => text is not null)), [.. figure.SourceIds]).TrimStart(),
            ])]);
        }
    }

    /// <summary>Attributes as people ask for them: the boundary, other scales, quantities, capabilities, sets.</summary>
    public static IEnumerable<AttributeDefinition> Ordered(ModelDefinition model) => model.Attributes
        .OrderBy(static attribute => !string.Equals(attribute.Id, ModelDefinition.BoundaryAttributeId, StringComparison.Ordinal))
        .ThenBy(static attribute => attribute.Kind);

    private static string Status(EntryStatus status) => status.Note is null ? Words.Of(status.State) : $"{Words.Of(status.State)}: {status.Note}";

    /// <summary><c>hardenedBy</c> as <c>hardened by</c>.</summary>
    private static string Spaced(string word) => string.Concat(word.Select(static letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static void Add(List<IReadOnlyList<Cell>> rows, string what, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            rows.Add([new Cell(what, Tone.Faint), text]);
        }
    }
}
