using System.Globalization;
using IsolationModel.Modeling;
using IsolationModel.Text;

namespace IsolationModel.Cli.Output.Html;

/// <summary>
/// A decision tree: main questions downwards, what refines them to the right, recommendations at the right edge. Yes leads right, no leads down.
/// </summary>
internal sealed class TreePicture
{
    private const double BoxWidth = 176;
    private const double BoxHeight = 50;
    private const double Gap = 76;
    private const double RowHeight = 72;
    private const double Top = 10;
    private const int Letters = 25;

    private readonly HtmlWriter _html;
    private readonly DecisionTreeDefinition _tree;
    private readonly Dictionary<(string Question, bool IsYes), int> _taken = [];
    private readonly Dictionary<string, int> _reached = new(StringComparer.Ordinal);
    private readonly int _columns;
    private readonly int _all;
    private double _y = Top;

    public TreePicture(HtmlWriter html, DecisionTreeDefinition tree, IReadOnlyList<TreeWay> ways)
    {
        (_html, _tree) = (html, tree);
        _columns = tree.Questions.Select(static question => Chain(question).Count).DefaultIfEmpty(0).Max();
        _all = ways.Sum(static way => way.Workloads.Count);
        foreach (var way in ways)
        {
            Walk(way);
        }
    }

    public void Write()
    {
        var rows = _tree.Questions.Sum(static question => RowsOf(Chain(question))) + 1;
        var width = X(_columns) + BoxWidth + 4;
        using (_html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", $"Picture of the tree {_tree.Id}")))
        using (Svg.Picture(_html, "picture tree", width, Top + ((rows - 1) * RowHeight) + BoxHeight + 8, $"Decision tree: {_tree.Title.English}", Describe()))
        {
            foreach (var question in _tree.Questions)
            {
                WriteQuestion(Chain(question));
            }

            WriteOutcome(0, _y, "no recommendation", _tree.Questions.Count == 0 ? _all : Taken(_tree.Questions[^1].Id, isYes: false));
        }
    }

    /// <summary>A question with everything that refines it, outermost first.</summary>
    private static List<DecisionQuestion> Chain(DecisionQuestion question)
    {
        var chain = new List<DecisionQuestion>();
        for (var asked = question; asked is not null; asked = asked.Refinement)
        {
            chain.Add(asked);
        }

        return chain;
    }

    /// <summary>A recommendation a row; a question that nothing refines still needs room for its way down.</summary>
    private static int RowsOf(List<DecisionQuestion> chain) => Math.Max(2, chain.Count);

    /// <summary>Counts the questions that a way comes by, and which edge it leaves them by.</summary>
    private void Walk(TreeWay way)
    {
        foreach (var question in _tree.Questions)
        {
            foreach (var asked in Chain(question))
            {
                var isYes = way.Yes.Contains(asked.Id);
                Add(_reached, asked.Id, way.Workloads.Count);
                Add(_taken, (asked.Id, isYes), way.Workloads.Count);
                if (!isYes)
                {
                    break;
                }
            }

            if (way.Yes.Contains(question.Id))
            {
                return;
            }
        }
    }

    private static void Add<T>(Dictionary<T, int> counts, T key, int count)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + count;

    private int Taken(string question, bool isYes) => _taken.GetValueOrDefault((question, isYes));

    private string Describe() => string.Join("; ", _tree.Questions.SelectMany(Chain).Select(question =>
        $"{question.Id} {question.Ask.English} yes: {question.Refinement?.Id ?? question.Recommendation.Text.English}{(Taken(question.Id, isYes: true) is > 0 and var count ? $", taken by {Words.Count(count, "workload", "workloads")}" : string.Empty)}"));

    private void WriteQuestion(List<DecisionQuestion> chain)
    {
        for (var i = 0; i < chain.Count; i++)
        {
            var question = chain[i];
            WriteYes(i, Taken(question.Id, isYes: true), to: i + 1 < chain.Count ? i + 1 : _columns);
            if (i > 0)
            {
                // No to what refines: the recommendation of the question before it, as many rows down as there are questions behind it.
                var row = _y + ((chain.Count - i) * RowHeight);
                WriteNo(i, row, Taken(question.Id, isYes: false));
                WriteOutcome(_columns, row, chain[i - 1].Recommendation, Taken(question.Id, isYes: false));
            }

            WriteBox(X(i), _y, $"question{Reached(_reached.GetValueOrDefault(question.Id))}", question.Id, question.Ask.English);
        }

        WriteOutcome(_columns, _y, chain[^1].Recommendation, Taken(chain[^1].Id, isYes: true));
        var next = _y + (RowsOf(chain) * RowHeight);
        var down = Taken(chain[0].Id, isYes: false);
        var x = X(0) + (BoxWidth / 2);
        Edge($"M{Svg.Number(x)} {Svg.Number(_y + BoxHeight)}V{Svg.Number(next - 6)}", x, next, isDown: true, down);
        Svg.Text(_html, Css("edge-word", down), x + 6, _y + BoxHeight + 16, Word("no", down));
        _y = next;
    }

    private void WriteYes(int column, int count, int to)
    {
        var (from, middle) = (X(column) + BoxWidth, _y + (BoxHeight / 2));
        Edge($"M{Svg.Number(from)} {Svg.Number(middle)}H{Svg.Number(X(to) - 6)}", X(to), middle, isDown: false, count);
        Svg.Text(_html, Css("edge-word", count), from + 6, middle - 6, Word("yes", count));
    }

    private void WriteNo(int column, double row, int count)
    {
        var (x, middle) = (X(column) + (BoxWidth / 2), row + (BoxHeight / 2));
        Edge($"M{Svg.Number(x)} {Svg.Number(_y + BoxHeight)}V{Svg.Number(middle)}H{Svg.Number(X(_columns) - 6)}", X(_columns), middle, isDown: false, count);
        Svg.Text(_html, Css("edge-word", count), x + 6, _y + BoxHeight + 16, Word("no", count));
    }

    private void Edge(string path, double x, double y, bool isDown, int count)
    {
        Svg.Path(_html, Css("edge", count), path);
        var (n, size) = (x, 5d);
        Svg.Path(_html, Css("arrow", count), isDown
            ? $"M{Svg.Number(n - size)} {Svg.Number(y - 8)}L{Svg.Number(n)} {Svg.Number(y - 1)}L{Svg.Number(n + size)} {Svg.Number(y - 8)}Z"
            : $"M{Svg.Number(n - 8)} {Svg.Number(y - size)}L{Svg.Number(n - 1)} {Svg.Number(y)}L{Svg.Number(n - 8)} {Svg.Number(y + size)}Z");
    }

    private void WriteOutcome(int column, double y, DecisionRecommendation recommendation, int count) => WriteOutcome(column, y, recommendation.Text.English, count);

    private void WriteOutcome(int column, double y, string text, int count) => WriteBox(X(column), y, $"outcome{Reached(count)}", string.Empty, text);

    private void WriteBox(double x, double y, string css, string id, string text)
    {
        Svg.Box(_html, css, x, y, BoxWidth, BoxHeight, css.StartsWith("outcome", StringComparison.Ordinal) ? BoxHeight / 2 : 4);
        var lines = TextLayout.Wrap(HarmlessText.Of(id.Length == 0 ? text : $"{id}: {text}"), Letters).ToList();
        lines = lines.Count <= 3 ? lines : [.. lines.Take(2), lines[2] + "…"];
        for (var i = 0; i < lines.Count; i++)
        {
            Svg.Text(_html, "label", x + (BoxWidth / 2), y + (BoxHeight / 2) + 4 + ((i - ((lines.Count - 1) / 2.0)) * 15), lines[i], "middle");
        }
    }

    private static string Word(string word, int count) => count == 0 ? word : string.Create(CultureInfo.InvariantCulture, $"{word} · {count}");

    private static string Css(string css, int count) => css + Reached(count);

    private static string Reached(int count) => count > 0 ? " taken" : string.Empty;

    private static double X(int column) => 2 + (column * (BoxWidth + Gap));
}
