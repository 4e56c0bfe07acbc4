using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>A security level; of several the strongest holds.</summary>
public sealed class SecurityLevel : NeedTerm
{
    internal SecurityLevel(Model model, NeedDefinition definition)
        : base(model, "level:" + definition.Id, definition.Name.English) => Definition = definition;

    /// <summary>Its place among the levels, weakest first.</summary>
    public int Order => Definition.Order;

    /// <summary>What it requires and why.</summary>
    public NeedDefinition Definition { get; }
}
