using IsolationModel.Modeling;
using IsolationModel.Values;

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

    /// <summary>The condition that all of these words are in the set.</summary>
    /// <exception cref="ArgumentException">A word is not in the vocabulary, or none is given.</exception>
    public Requirement Containing(params string[] words) => Contain(true, words);

    /// <summary>The condition that any of these words is in the set.</summary>
    /// <exception cref="ArgumentException">A word is not in the vocabulary, or none is given.</exception>
    public Requirement ContainingAny(params string[] words) => Contain(false, words);

    private protected override SetValue Make(AttributeValue value, IReadOnlyList<ModelSource> sources) => new(this, value, sources);

    private Requirement Contain(bool all, string[] words)
    {
        var foreign = words.FirstOrDefault(word => !Definition.Vocabulary.Contains(word));
        return foreign is null && words.Length > 0
            ? Requirement.Of(this, new SetThreshold(all, words.Distinct(StringComparer.Ordinal).OrderBy(word => word, StringComparer.Ordinal).ToEquatableArray()))
            : throw new ArgumentException($"attribute '{Id}' has words of {string.Join(", ", Definition.Vocabulary)}; '{foreign}' is none", nameof(words));
    }
}
