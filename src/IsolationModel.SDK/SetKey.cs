using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>An attribute whose values are sets of words from a vocabulary.</summary>
public sealed class SetKey : AttributeKey<SetValue>
{
    internal SetKey(AttributeDefinition definition)
        : base(definition)
    {
    }

    /// <summary>The words that its values are made of, sorted.</summary>
    public IReadOnlyList<string> Vocabulary => Definition.Vocabulary;

    private protected override SetValue Make(AttributeValue value, IReadOnlyList<ModelSource> sources) => new(this, value, sources);
}
