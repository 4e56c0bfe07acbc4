using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>Something that the workload uses and that has to be there.</summary>
public sealed class CompatibilityNeed : NeedTerm
{
    internal CompatibilityNeed(Model model, NeedDefinition definition, string? word)
        : base(model, word is null ? definition.Id : $"{definition.Id}:{word}", definition.Name.English) => (Definition, Word) = (definition, word);

    /// <summary>The word that completes it, such as the architecture; null where none does.</summary>
    public string? Word { get; }

    /// <summary>What it requires and why.</summary>
    public NeedDefinition Definition { get; }
}
