using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A product that watches workloads or enforces policy.</summary>
public sealed class Control : CatalogEntry
{
    internal Control(Model model, ControlDefinition definition)
        : base(model, definition) => Definition = definition;

    /// <summary>The entry as the model holds it.</summary>
    public ControlDefinition Definition { get; }
}
