using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>Everything that the model tells of an entry or a family, for programs: the members of one object.</summary>
internal static class EntryJson
{
    /// <summary>What tells entries apart: id, name, kind, families.</summary>
    public static void WriteIdentity(Utf8JsonWriter json, CatalogEntryDefinition entry)
    {
        json.WriteString("id", entry.Id);
        json.WriteString("name", entry.Name.English);
        json.WriteString("kind", Words.KindOf(entry));
        json.WriteStrings("families", entry.Families);
    }

    /// <summary>All of it.</summary>
    public static void Write(Utf8JsonWriter json, ModelIndex model, Subject subject)
    {
        json.WriteString("id", subject.Id);
        json.WriteString("name", subject.Name.English);
        json.WriteString("kind", subject.Kind);
        json.WriteStrings("families", subject.Entry?.Families ?? default);
        json.WriteIfAny("nameZh", subject.Name.Chinese);
        json.WriteString("reference", subject.Reference);
        if (subject.Entry is { } entry)
        {
            WriteEntry(json, model, entry);
        }
        else
        {
            WriteFamily(json, model, subject.Family!);
        }

        json.WriteStartObject("values");
        foreach (var value in subject.Values)
        {
            WriteValue(json, model, value);
        }

        json.WriteEndObject();
        WritePerformance(json, Figures.Of(subject));
        json.WriteObjects("sources", SourcesOf(model, subject), source =>
        {
            json.WriteString("id", source.Id);
            json.WriteString("title", source.Title);
            json.WriteIfAny("url", source.Url);
            json.WriteIfAny("asOf", source.AsOf);
        });
    }

    /// <summary>The value of an attribute, as a member that is called like it.</summary>
    public static void WriteValue(Utf8JsonWriter json, ModelIndex model, AttributeValue value)
    {
        json.WriteStartObject(value.AttributeId);
        json.WriteString("value", ValueText.Of(model, value.AttributeId, value.Value));
        json.WriteIfAny("typical", value.Typical?.Text);
        json.WriteIfAny("condition", value.Condition);
        json.WriteIfAny("note", value.Note);
        json.WriteIfAny("contested", value.Contested);
        json.WriteStrings("sources", value.SourceIds);
        json.WriteIfAny("asOf", value.AsOf);
        if (value.Claim is { } claim)
        {
            json.WriteStartObject("claim");
            json.WriteString("value", ValueText.Of(model, value.AttributeId, claim.Value));
            json.WriteIfAny("typical", claim.Typical?.Text);
            json.WriteString("text", claim.Text);
            json.WriteString("source", claim.SourceId);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The performance figures, or null.</summary>
    public static void WritePerformance(Utf8JsonWriter json, PerformanceFigures? figures)
    {
        if (figures is null)
        {
            json.WriteNull("performance");
            return;
        }

        json.WriteStartObject("performance");
        WriteFigure(json, "documentRatio", figures.DocumentRatio, Figures.RatioMeaning);
        WriteFigure(json, "resourceTime", figures.ResourceTime, Figures.ResourceTimeMeaning);
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, string name, FormulaInterval figure, string meaning)
    {
        json.WriteStartObject(name);
        json.WriteNumber("low", figure.Low);
        WriteNumber(json, "high", figure.High);
        WriteNumber(json, "typical", figure.Typical);
        json.WriteString("unit", figure.Unit);
        json.WriteString("meaning", meaning);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteEntry(Utf8JsonWriter json, ModelIndex model, CatalogEntryDefinition entry)
    {
        json.WriteStrings("aliases", entry.Aliases);
        json.WriteString("summary", entry.Summary);
        json.WriteStrings("namedBy", entry.NamedBy);
        if (entry.Status is { } status)
        {
            json.WriteStartObject("status");
            json.WriteString("state", Words.Of(status.State));
            json.WriteIfAny("note", status.Note);
            json.WriteStrings("sources", status.SourceIds);
            json.WriteIfAny("asOf", status.AsOf);
            json.WriteEndObject();
        }

        WriteKind(json, model, entry);
        json.WriteStartObject("relations");
        foreach (var (relation, _, targets) in Links.Of(model.Definition, entry))
        {
            json.WriteStrings(relation, targets.Select(static target => target.ToString()));
        }

        json.WriteEndObject();
        json.WriteObjects("facts", entry.Facts, fact =>
        {
            json.WriteString("topic", fact.Topic);
            json.WriteString("text", fact.Text);
            json.WriteStrings("sources", fact.SourceIds);
            json.WriteIfAny("asOf", fact.AsOf);
            if (fact.Claim is { } claim)
            {
                json.WriteStartObject("claim");
                json.WriteString("text", claim.Text);
                json.WriteString("source", claim.SourceId);
                json.WriteEndObject();
            }
        });
        json.WriteObjects("figures", entry.Figures, figure =>
        {
            json.WriteString("metric", figure.Metric);
            json.WriteString("value", figure.Value);
            json.WriteIfAny("condition", figure.Condition);
            json.WriteIfAny("note", figure.Note);
            json.WriteStrings("sources", figure.SourceIds);
        });
    }

    private static void WriteKind(Utf8JsonWriter json, ModelIndex model, CatalogEntryDefinition entry)
    {
        if (entry is TechnologyDefinition technology)
        {
            json.WriteString("mechanism", technology.MechanismId);
            json.WriteNumber("order", technology.Order);
            if (technology.Stack is { } stack)
            {
                json.WriteStartObject("stack");
                json.WriteString("platform", stack.PlatformId);
                json.WriteString("runtime", stack.RuntimeId);
                json.WriteIfAny("engine", stack.EngineId);
                json.WriteEndObject();
            }

            json.WriteObjects("names", model.Definition.RuntimeNames.Where(name => string.Equals(name.TechnologyId, technology.Id, StringComparison.Ordinal)), name =>
            {
                json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(name.Kind.ToString()));
                json.WriteString("name", name.Name);
                json.WriteIfAny("note", name.Note);
            });
        }
        else if (entry is PlatformDefinition platform)
        {
            json.WriteString("defaultTechnology", platform.DefaultTechnologyId);
            json.WriteStrings("requires", platform.Requirements.Select(static requirement => requirement.Text));
        }
    }

    private static void WriteFamily(Utf8JsonWriter json, ModelIndex model, FamilyDefinition family)
    {
        json.WriteString("definition", family.Definition);
        json.WriteObjects("fits", family.Fits, fit =>
        {
            json.WriteString("text", fit.Text);
            json.WriteStrings("sources", fit.SourceIds);
        });
        json.WriteStrings("members", model.Definition.Entries.Where(entry => entry.Families.Contains(family.Id)).Select(static entry => entry.Reference.ToString()));
    }

    /// <summary>The sources that an entry or a family names, by id.</summary>
    public static IEnumerable<SourceDefinition> SourcesOf(ModelIndex model, Subject subject)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var value in subject.Values)
        {
            ids.UnionWith(value.SourceIds);
            ids.UnionWith(value.Claim is null ? [] : [value.Claim.SourceId]);
        }

        if (subject.Entry is { } entry)
        {
            ids.UnionWith(entry.NamedBy);
            ids.UnionWith(entry.Status?.SourceIds ?? default);
            ids.UnionWith(entry.Facts.SelectMany(static fact => fact.SourceIds.Concat(fact.Claim is null ? [] : [fact.Claim.SourceId])));
            ids.UnionWith(entry.Figures.SelectMany(static figure => figure.SourceIds));
        }

        ids.UnionWith(subject.Family?.Fits.SelectMany(static fit => fit.SourceIds) ?? []);
        return ids.Select(model.Source).OfType<SourceDefinition>();
    }
}
