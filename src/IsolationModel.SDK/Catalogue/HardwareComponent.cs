using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A device, or a feature of a processor.</summary>
public sealed class HardwareComponent : CatalogEntry
{
    internal HardwareComponent(Model model, HardwareDefinition definition)
        : base(model, definition) => Definition = definition;

    /// <summary>The entry as the model holds it.</summary>
    public HardwareDefinition Definition { get; }
}
