using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>The file of one technology.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="Model">Code of the model that it belongs to.</param>
/// <param name="ClassName">The catalogue that the member belongs to.</param>
/// <param name="MemberName">The member's name.</param>
/// <param name="Id">Id of the technology.</param>
/// <param name="Name">Display name.</param>
/// <param name="Kind">Kind of technology.</param>
/// <param name="MechanismId">Id of its mechanism.</param>
/// <param name="Order">Place in the catalogue.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Families">Families.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Sources">The sources that its values cite.</param>
/// <param name="Values">Its values.</param>
/// <param name="Facts">What the documentation says beside the values, such as the mechanism's name.</param>
internal sealed record TechnologyUnit(
    CodeHeader Header,
    string Model,
    string ClassName,
    string MemberName,
    string Id,
    LocalizedText Name,
    string Kind,
    string MechanismId,
    int Order,
    EquatableArray<string> Aliases,
    EquatableArray<string> Families,
    string Summary,
    EquatableArray<SourceDefinition> Sources,
    EquatableArray<ValueUnit> Values,
    string Facts) : FileUnit(Header);
