using IsolationModel.Text;

namespace IsolationModel.Fixes;

/// <summary>Fields that a fix adds in one place.</summary>
/// <param name="Slot">The place.</param>
/// <param name="Fields">The fields.</param>
internal sealed record FieldAddition(FieldSlot Slot, IReadOnlyList<NewField> Fields)
{
    /// <summary>The edit that writes them.</summary>
    public TextEdit ToEdit() => Slot.Add(Fields);
}
