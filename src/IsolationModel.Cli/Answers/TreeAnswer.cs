using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>A decision tree as it is written.</summary>
/// <param name="Model">The model.</param>
/// <param name="Tree">The tree.</param>
internal sealed record TreeAnswer(ModelIndex Model, DecisionTreeDefinition Tree) : IAnswer
{
    public void WriteText(TextPage page)
    {
        page.Line(TitleOf(Model, Tree), Tone.Strong);
        var rows = new List<IReadOnlyList<Cell>> { new Cell[] { new("id", Tone.Faint), new("question", Tone.Faint), new("on yes", Tone.Faint), new("which means", Tone.Faint), new("technologies", Tone.Faint) } };
        foreach (var question in Tree.Questions)
        {
            var indent = string.Empty;
            for (var asked = question; asked is not null; asked = asked.Refinement)
            {
                rows.Add(
                [
                    new Cell(asked.Id, Tone.Strong),
                    indent + asked.Ask.English,
                    TextOf(asked.Recommendation),
                    new Cell([.. asked.Means.Select(static constraint => constraint.Text)], Tone.Faint),
                    string.Join(", ", asked.Recommendation.TechnologyIds),
                ]);
                indent += "  ";
            }
        }

        page.Table(rows);
        page.Line();
        page.Line("The first yes from the top decides; an indented question is asked after the yes above it. Answer with --answer q1=yes; what is not answered is no.", Tone.Faint);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("tree", Tree.Id);
        json.WriteString("title", Tree.Title.English);
        json.WriteStrings("sources", Tree.SourceIds);
        json.WriteObjects("questions", Tree.Questions, question => WriteQuestion(json, question));
        json.WriteModel(Model.Definition);
        json.WriteEndObject();
    }

    /// <summary>The title of a tree with its id.</summary>
    public static string TitleOf(ModelIndex model, DecisionTreeDefinition tree) => EntryPage.Sourced(model, Words.NameOf(tree.Id, tree.Title), [.. tree.SourceIds]);

    /// <summary>A recommendation in words.</summary>
    public static string TextOf(DecisionRecommendation recommendation) =>
        recommendation.Note is { } note ? $"{recommendation.Text.English} ({note.English})" : recommendation.Text.English;

    /// <summary>A recommendation, as the value of a member.</summary>
    public static void WriteRecommendation(Utf8JsonWriter json, DecisionRecommendation? recommendation)
    {
        if (recommendation is null)
        {
            json.WriteNull("recommendation");
            return;
        }

        json.WriteStartObject("recommendation");
        json.WriteString("text", recommendation.Text.English);
        json.WriteString("note", recommendation.Note?.English);
        json.WriteStrings("technologies", recommendation.TechnologyIds);
        json.WriteEndObject();
    }

    private static void WriteQuestion(Utf8JsonWriter json, DecisionQuestion question)
    {
        json.WriteString("id", question.Id);
        json.WriteString("ask", question.Ask.English);
        json.WriteStrings("means", question.Means.Select(static constraint => constraint.Text));
        WriteRecommendation(json, question.Recommendation);
        if (question.Refinement is { } refinement)
        {
            json.WriteStartObject("refine");
            WriteQuestion(json, refinement);
            json.WriteEndObject();
        }
    }
}
