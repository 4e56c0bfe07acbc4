using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A technique of kernels and processors. Settings act on a boundary by the mechanism of its technology.</summary>
public sealed class Mechanism : CatalogEntry
{
    private Technology[]? _technologies;

    internal Mechanism(Model model, MechanismDefinition definition)
        : base(model, definition) => Definition = definition;

    /// <summary>The technologies that isolate by it, in the order of the catalogue.</summary>
    public IReadOnlyList<Technology> Technologies =>
        _technologies ??= [.. Model.Technologies.Where(technology => string.Equals(technology.MechanismId, Id, StringComparison.Ordinal))];

    /// <summary>The entry as the model holds it.</summary>
    public MechanismDefinition Definition { get; }
}
