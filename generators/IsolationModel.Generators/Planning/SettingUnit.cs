using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>A setting.</summary>
/// <param name="MemberName">The property.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What values it has.</param>
/// <param name="Choices">The words of a choice with the names of the enum's members.</param>
/// <param name="Documentation">What it means.</param>
internal sealed record SettingUnit(string MemberName, string Id, SettingKind Kind, EquatableArray<NamedUnit> Choices, string Documentation)
{
    /// <summary>The enum of a choice.</summary>
    public string EnumName => MemberName + "Setting";
}
