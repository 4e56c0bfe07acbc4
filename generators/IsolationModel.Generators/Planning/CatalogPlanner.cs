using IsolationModel.Generators.Naming;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Plans catalogues: which members they have, where each leads, and how they are found.</summary>
internal sealed class CatalogPlanner(MergedModel merged, ModelNames names, ModelDefinition? below)
{
    private readonly bool _isBuiltIn = below is null;

    /// <summary>Plans the catalogue of technologies.</summary>
    /// <param name="header">How the file begins.</param>
    /// <param name="hasSpanSwitch">Whether the language can switch over spans.</param>
    /// <param name="isOwn">Whether a technology has a file of its own.</param>
    public CatalogUnit Technologies(CodeHeader header, bool hasSpanSwitch, Func<TechnologyDefinition, bool> isOwn)
    {
        var kind = CatalogKind.Technologies;
        var members = merged.Model.Technologies
            .Select(technology => isOwn(technology)
                ? new CatalogMember(technology.Id, names.Technology(technology.Id), null, null, string.Empty)
                : new CatalogMember(technology.Id, names.Technology(technology.Id), names.ModelCode, Below(kind, technology.Id), string.Empty))
            .Concat(Damaged(kind).Select(id => new CatalogMember(id, names.Technology(id), null, null, string.Empty)));
        return Unit(header, kind, hasSpanSwitch, members) with { Names = Names() };
    }

    /// <summary>Plans another catalogue.</summary>
    public CatalogUnit Others(CodeHeader header, bool hasSpanSwitch, CatalogKind kind)
    {
        var known = below is null ? [] : kind.Items(below).ToDictionary(item => item.Id, item => item.Content, StringComparer.Ordinal);
        var members = kind.Items(merged.Model)
            .Select(item => known.TryGetValue(item.Id, out var content) && content.Equals(item.Content)
                ? new CatalogMember(item.Id, names.Entry(kind, item.Id), Code(kind, item.Id), Below(kind, item.Id), string.Empty)
                : new CatalogMember(item.Id, names.Entry(kind, item.Id), Code(kind, item.Id), null, item.Documentation))
            .Concat(Damaged(kind).Select(id => new CatalogMember(id, names.Entry(kind, id), Code(kind, id), null, "Its entry in the model file has mistakes.")));
        return Unit(header, kind, hasSpanSwitch, members);
    }

    /// <summary>The ids of a section's damaged entries.</summary>
    public IEnumerable<string> Damaged(CatalogKind kind) =>
        merged.Damaged.Where(entry => string.Equals(entry.Section, kind.Section, StringComparison.Ordinal)).Select(entry => entry.Id);

    private CatalogUnit Unit(CodeHeader header, CatalogKind kind, bool hasSpanSwitch, IEnumerable<CatalogMember> members)
    {
        var documentation = _isBuiltIn
            ? $"The {kind.What} of the built-in model."
            : $"The {kind.What} of the model '{merged.Model.Id}': those of the built-in model, and what the overlay says of them.";
        return new CatalogUnit(header, names.Prefix + kind.ClassName, kind.TypeName, kind.EntryKind, kind.What, documentation, hasSpanSwitch, members.ToEquatableArray(), default);
    }

    private EquatableArray<NameSwitch> Names()
    {
        var known = new HashSet<string>(merged.Model.Technologies.Select(technology => technology.Id), StringComparer.Ordinal);
        return NameMethods.All.Select(method => new NameSwitch(
            method.Name,
            method.Documentation,
            merged.Model.RuntimeNames
                .Where(name => name.Kind == method.Kind && name.TechnologyId is not null && known.Contains(name.TechnologyId))
                .OrderBy(name => name.Name, StringComparer.Ordinal)
                .Select(name => new NameCase(name.Name, names.Technology(name.TechnologyId!)))
                .ToEquatableArray())).ToEquatableArray();
    }

    private string Below(CatalogKind kind, string id) => $"global::{ModelNames.BuiltInNamespace}.{kind.ClassName}.{names.Entry(kind, id)}";

    private string Code(CatalogKind kind, string id) =>
        $"global::{ModelNames.BuiltInNamespace}.ModelData.{kind.TypeName}({names.ModelCode}, {Emission.Literals.Of(id)})";
}
