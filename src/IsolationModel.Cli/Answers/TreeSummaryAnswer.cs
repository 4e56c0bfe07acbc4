using System.Globalization;
using System.Text.Json;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Cli.Answers;

/// <summary>Where a decision tree leads for every set of answers, and how often that agrees with all of them.</summary>
internal sealed record TreeSummaryAnswer : IAnswer
{
    /// <summary>With more questions there are too many sets of answers.</summary>
    public const int MostQuestions = 12;

    private const string None = "no recommendation";

    private readonly ModelIndex _model;
    private readonly DecisionTreeDefinition _tree;
    private readonly int _sets;
    private readonly IReadOnlyList<Group> _groups;

    /// <summary>Walks the tree with every set of answers.</summary>
    public TreeSummaryAnswer(ModelIndex model, DecisionTreeDefinition tree)
    {
        (_model, _tree) = (model, tree);
        var ids = DecisionTreeEvaluator.Questions(tree).Select(static question => question.Id).ToList();
        _sets = 1 << ids.Count;
        var outcomes = Enumerable.Range(0, _sets).Select(set => DecisionTreeEvaluator.Evaluate(model, tree, ids.Where((_, i) => (set >> i & 1) == 1))).ToList();
        _groups = [.. outcomes
            .GroupBy(static outcome => outcome.Recommendation?.Text.English ?? None, StringComparer.Ordinal)
            .Select(static group => new Group(group.Key, group.Count(), Of(group, Verdict.Suitable), Of(group, Verdict.Unproven), Of(group, Verdict.Unsuitable)))
            .OrderByDescending(static group => group.Sets)
            .ThenBy(static group => group.Recommendation, StringComparer.Ordinal)];
    }

    public void WriteText(TextPage page)
    {
        page.Line($"{TreeAnswer.TitleOf(_model, _tree)}: all {_sets} sets of answers", Tone.Strong);
        page.Table(
        [
            new Cell[] { new("recommendation", Tone.Faint), new("sets", Tone.Faint), new("suitable", Tone.Faint), new("unproven", Tone.Faint), new("contradicted", Tone.Faint) },
            .. _groups.Select(static group => Row(group, Tone.Plain)),
            Row(Total(), Tone.Strong),
        ]);
        page.Line();
        page.Line("suitable: some recommended technology meets everything that was answered with yes; contradicted: each of them fails some of it, which the tree never asked about.", Tone.Faint);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("tree", _tree.Id);
        json.WriteNumber("sets", _sets);
        json.WriteObjects("groups", _groups, group =>
        {
            json.WriteString("recommendation", group.Recommendation == None ? null : group.Recommendation);
            json.WriteNumber("sets", group.Sets);
            json.WriteNumber("suitable", group.Suitable);
            json.WriteNumber("unproven", group.Unproven);
            json.WriteNumber("contradicted", group.Contradicted);
        });
        json.WriteModel(_model.Definition);
        json.WriteEndObject();
    }

    private static int Of(IEnumerable<TreeOutcome> outcomes, Verdict verdict) => outcomes.Count(outcome => outcome.Verdict == verdict);

    private Group Total() => new("together", _sets, _groups.Sum(static group => group.Suitable), _groups.Sum(static group => group.Unproven), _groups.Sum(static group => group.Contradicted));

    private static IReadOnlyList<Cell> Row(Group group, Tone tone) =>
    [
        new Cell(group.Recommendation, tone), new Cell(Number(group.Sets), tone), Number(group.Suitable), Number(group.Unproven),
        new Cell(Number(group.Contradicted), group.Contradicted > 0 ? Tone.Bad : Tone.Plain),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Group(string Recommendation, int Sets, int Suitable, int Unproven, int Contradicted);
}
