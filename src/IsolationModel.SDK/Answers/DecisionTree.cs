using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A decision tree: questions in order, of which the first that is answered with yes decides.</summary>
public sealed class DecisionTree
{
    private readonly Model _model;

    internal DecisionTree(Model model, DecisionTreeDefinition definition)
    {
        (_model, Definition) = (model, definition);
        Questions = [.. Evaluation.DecisionTreeEvaluator.Questions(definition).Select(question => new TreeQuestion(definition.Id, question))];
    }

    /// <summary>Id in the model.</summary>
    public string Id => Definition.Id;

    /// <summary>What it decides.</summary>
    public string Title => Definition.Title.English;

    /// <summary>Every question, in the order in which it is asked; what refines a question stands behind it.</summary>
    public IReadOnlyList<TreeQuestion> Questions { get; }

    /// <summary>The tree as the model holds it.</summary>
    public DecisionTreeDefinition Definition { get; }

    /// <summary>Walks the tree, and checks where it leads against every answer.</summary>
    /// <param name="yes">The questions that are answered with yes; all others are answered with no.</param>
    /// <exception cref="ArgumentException">A question belongs to another tree.</exception>
    public TreeAdvice Evaluate(params TreeQuestion[] yes)
    {
        foreach (var question in yes)
        {
            if (!string.Equals(question.TreeId, Id, StringComparison.Ordinal))
            {
                throw new ArgumentException($"question '{question.Id}' belongs to decision tree '{question.TreeId}', not to '{Id}'", nameof(yes));
            }
        }

        return new TreeAdvice(_model, this, Evaluation.DecisionTreeEvaluator.Evaluate(_model.Index, Definition, yes.Select(question => question.Id)));
    }

    /// <summary>What it decides, and the id.</summary>
    public override string ToString() => $"{Title} ({Id})";

    internal TreeQuestion Question(string id) =>
        Questions.FirstOrDefault(question => string.Equals(question.Id, id, StringComparison.Ordinal)) ?? throw _model.Missing("question", $"{Id}/{id}");
}
