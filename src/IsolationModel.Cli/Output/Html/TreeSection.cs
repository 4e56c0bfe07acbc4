using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Output.Html;

/// <summary>The decision trees as pictures, with the way that the needs of the workloads take through them, and whether that leads to what meets the needs.</summary>
internal static class TreeSection
{
    private const int MostWays = 12;
    private const int MostNames = 6;

    public static void Write(HtmlWriter html, ReportView view)
    {
        if (view.Model.Definition.DecisionTrees.Count == 0)
        {
            html.Element("p", "The model has no decision tree.");
        }

        foreach (var tree in view.Model.Definition.DecisionTrees)
        {
            Write(html, view, tree);
        }
    }

    private static void Write(HtmlWriter html, ReportView view, DecisionTreeDefinition tree)
    {
        var ways = view.Asking
            .GroupBy(workload => string.Join(' ', DecisionTreeEvaluator.AnswersOf(tree, workload.Assessment.Needs.Needs)), StringComparer.Ordinal)
            .Select(group => new TreeWay(
                group.Key.Length == 0 ? [] : group.Key.Split(' '),
                [.. group],
                DecisionTreeEvaluator.Evaluate(view.Model, tree, group.Key.Split(' '))))
            .OrderByDescending(static way => way.Workloads.Count)
            .ThenBy(static way => string.Join(' ', way.Yes), StringComparer.Ordinal)
            .ToList();
        using (html.In("h3"))
        {
            html.Text(Words.NameOf(tree.Id, tree.Title));
        }

        using (html.In("p", ("class", "from")))
        {
            html.Text("Source:");
            view.Sources.Cite(html, view.Model, tree.SourceIds);
        }

        html.Element("p", ways.Count == 0
            ? "No workload declares a need that could answer it, so no way is marked."
            : "A question counts as answered with yes where a workload's needs ask for what it means, or for more. Everything else is assumed to be no: nobody has said so. Thick lines are taken, with the number of workloads.");
        new TreePicture(html, tree, ways).Write();
        WriteWays(html, tree, ways);
    }

    private static void WriteWays(HtmlWriter html, DecisionTreeDefinition tree, List<TreeWay> ways)
    {
        if (ways.Count == 0)
        {
            return;
        }

        using (html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", $"Ways through the tree {tree.Id}")))
        using (html.In("table", ("class", "facts")))
        {
            using (html.In("thead"))
            using (html.In("tr"))
            {
                foreach (var column in new[] { "workloads", "yes, by their needs", "leads to", "against these answers" })
                {
                    html.Element("th", column, ("scope", "col"));
                }
            }

            using (html.In("tbody"))
            {
                foreach (var way in ways.Take(MostWays))
                {
                    WriteWay(html, tree, way);
                }
            }
        }

        if (ways.Count > MostWays)
        {
            html.Element("p", string.Create(CultureInfo.InvariantCulture, $"and {ways.Count - MostWays} more ways"), ("class", "from"));
        }
    }

    private static void WriteWay(HtmlWriter html, DecisionTreeDefinition tree, TreeWay way)
    {
        using (html.In("tr"))
        {
            using (html.In("td"))
            {
                foreach (var workload in way.Workloads.Take(MostNames))
                {
                    if (workload.Number <= WorkloadSection.MostDetails)
                    {
                        html.Element("a", workload.Assessment.Workload.DisplayName, ("href", $"#{workload.Id}"));
                    }
                    else
                    {
                        html.Text(workload.Assessment.Workload.DisplayName);
                    }

                    html.Element("br", string.Empty);
                }

                if (way.Workloads.Count > MostNames)
                {
                    html.Text(string.Create(CultureInfo.InvariantCulture, $"and {way.Workloads.Count - MostNames} more"));
                }
            }

            WriteAnswers(html, tree, way);
            html.Element("td", way.Outcome.Recommendation?.Text.English ?? "nowhere: every main question is assumed to be no");
            using (html.In("td"))
            {
                WriteVerdict(html, way.Outcome);
            }
        }
    }

    private static void WriteAnswers(HtmlWriter html, DecisionTreeDefinition tree, TreeWay way)
    {
        using (html.In("td"))
        {
            html.Text(way.Yes.Count == 0 ? "nothing" : string.Empty);
            foreach (var question in DecisionTreeEvaluator.Questions(tree).Where(question => way.Yes.Contains(question.Id)))
            {
                html.Text($"{question.Id}: {question.Ask.English}");
                html.Element("br", string.Empty);
            }
        }
    }

    private static void WriteVerdict(HtmlWriter html, TreeOutcome outcome)
    {
        if (outcome.Verdict is not { } verdict)
        {
            Marks.Write(html, "none", "no recommendation");
            return;
        }

        Marks.Write(html, Marks.Of(verdict), Words.Of(verdict));
        html.Element("small", string.Join(", ", outcome.Candidates.Select(static candidate => $"{candidate.Technology.Name.English} {Words.Of(candidate.Verdict)}")));
        foreach (var unmet in outcome.Unmet)
        {
            html.Element("small", $"{unmet.Question.Id} {Words.Of(unmet.Outcome)}: {unmet.Question.Ask.English}");
        }
    }
}
