using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A threat that must be withstood.</summary>
public sealed class Threat : NeedTerm
{
    internal Threat(Model model, NeedDefinition definition)
        : base(model, definition.Id, definition.Name.English) => Definition = definition;

    /// <summary>What it requires and why.</summary>
    public NeedDefinition Definition { get; }
}
