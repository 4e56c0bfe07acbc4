using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>An attribute whose scale is known at run time only, because its overlay was not there when the program was compiled.</summary>
internal sealed class ScaleKey : AttributeKey<ScaleValue>
{
    internal ScaleKey(AttributeDefinition definition, ScaleDefinition scale)
        : base(definition) => Scale = scale;

    internal override ScaleDefinition Scale { get; }

    private protected override ScaleValue Make(AttributeValue value, IReadOnlyList<ModelSource> sources) => new(this, value, sources);
}
