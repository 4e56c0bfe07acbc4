using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A question of a decision tree.</summary>
public sealed class TreeQuestion
{
    internal TreeQuestion(string treeId, DecisionQuestion definition) => (TreeId, Definition) = (treeId, definition);

    /// <summary>Id of its tree.</summary>
    public string TreeId { get; }

    /// <summary>Id within the tree.</summary>
    public string Id => Definition.Id;

    /// <summary>The question in English.</summary>
    public string Ask => Definition.Ask.English;

    /// <summary>What a yes says about the workload, as conditions.</summary>
    public IReadOnlyList<Constraint> Means => Definition.Means;

    /// <summary>The question as the model holds it.</summary>
    public DecisionQuestion Definition { get; }

    /// <summary>The question.</summary>
    public override string ToString() => Ask;
}
