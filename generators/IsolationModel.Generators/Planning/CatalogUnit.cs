using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>A catalogue: all entries of one kind, and how they are found.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="ClassName">The class that holds them.</param>
/// <param name="TypeName">The type of the entries.</param>
/// <param name="EntryKind">What an entry is to tools.</param>
/// <param name="What">What the entries are, for documentation.</param>
/// <param name="Documentation">What the class is.</param>
/// <param name="HasSpanSwitch">Whether the language can switch over spans.</param>
/// <param name="Members">The entries, in the order of the catalogue.</param>
/// <param name="Names">Other ways to find them.</param>
internal sealed record CatalogUnit(
    CodeHeader Header,
    string ClassName,
    string TypeName,
    string EntryKind,
    string What,
    string Documentation,
    bool HasSpanSwitch,
    EquatableArray<CatalogMember> Members,
    EquatableArray<NameSwitch> Names) : FileUnit(Header);
