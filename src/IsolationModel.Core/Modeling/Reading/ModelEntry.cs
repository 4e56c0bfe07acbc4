namespace IsolationModel.Modeling.Reading;

/// <summary>An object of a map, and the key that names it.</summary>
/// <remarks>A class and not a tuple: collections of classes share code that is compiled already, and every start of the tool and of the compiler counts.</remarks>
internal sealed class ModelEntry(string id, ModelObject value)
{
    public string Id { get; } = id;

    public ModelObject Value { get; } = value;

    public void Deconstruct(out string id, out ModelObject value) => (id, value) = (Id, Value);
}
