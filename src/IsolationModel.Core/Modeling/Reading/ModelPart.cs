using IsolationModel.Data;
using IsolationModel.Findings;
using IsolationModel.Json;
using IsolationModel.Text;

namespace IsolationModel.Modeling.Reading;

/// <summary>One parsed model file, and where its mistakes are collected.</summary>
internal sealed class ModelPart
{
    private readonly List<Finding> _findings;
    private readonly LineMap _lines;

    private ModelPart(string path, LineMap lines, List<Finding> findings, PartRules rules) => (Path, _lines, _findings, Rules) = (path, lines, findings, rules);

    public string Path { get; }

    /// <summary>What kind of file it is.</summary>
    public PartRules Rules { get; }

    /// <summary>Turns the file's offsets into lines and columns.</summary>
    public LineMap Lines => _lines;

    public ModelObject? Root { get; private set; }

    /// <summary>0 for the model itself, 1 and up for overlays in merge order.</summary>
    public int Layer { get; set; }

    public static ModelPart Parse(ModelText text, List<Finding> findings) => Parse(text, findings, PartRules.OfModels);

    /// <summary>Parses a file of another kind that is read as model files are.</summary>
    public static ModelPart Parse(ModelText text, List<Finding> findings, PartRules rules)
    {
        var part = new ModelPart(text.Path, new LineMap(text.Text), findings, rules);
        var result = JsonReader.Read(text.Text, rules.HasComments);
        foreach (var problem in result.Problems)
        {
            var rule = problem.Kind == JsonProblemKind.DuplicateKey ? rules.DuplicateKey : rules.NotJson;
            part.Report(rule, problem.Range, problem.Message);
        }

        if (result.Root is DataMapping root)
        {
            part.Root = new ModelObject(part, root, root.Range);
        }
        else if (result.Root is not null)
        {
            part.Report(rules.WrongShape, result.Root.Range, $"a {rules.What} is a JSON object");
        }

        return part;
    }

    public void Report(RuleDescriptor rule, TextRange range, string message) =>
        _findings.Add(Finding.At(rule, rule.DefaultSeverity, Path, _lines, range, message));

    public TextPosition PositionOf(TextRange range) => _lines.GetPosition(range.Start);
}
