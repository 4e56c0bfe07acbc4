using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>A set of words of a vocabulary: some that are certainly in it, some that may be.</summary>
public sealed class SetValue : TechnologyValue
{
    internal SetValue(SetKey attribute, AttributeValue definition, IReadOnlyList<ModelSource> sources)
        : base(attribute, definition, sources)
    {
    }

    /// <summary>Words that are certainly in the set, sorted.</summary>
    public IReadOnlyList<string> Has => (Definition.Value as SetInterval)?.Has ?? default;

    /// <summary>Words that may be in the set, sorted.</summary>
    public IReadOnlyList<string> Maybe => (Definition.Value as SetInterval)?.Maybe ?? default;

    /// <summary>Whether a word is shown to be in the set.</summary>
    public bool Contains(string word) => AgainstAll(word) == Outcome.Meets;

    /// <summary>How the set stands against a need for all of some words.</summary>
    public Outcome AgainstAll(params string[] words) => Against(new SetThreshold(true, Sorted(words)));

    /// <summary>How the set stands against a need for any of some words.</summary>
    public Outcome AgainstAny(params string[] words) => Against(new SetThreshold(false, Sorted(words)));

    private static EquatableArray<string> Sorted(string[] words) => words.OrderBy(word => word, StringComparer.Ordinal).ToEquatableArray();
}
