using IsolationModel.Generators.Naming;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Plans the constants: needs, and the words of sets.</summary>
internal sealed class WordPlanner(ModelNames names, ModelDifference difference)
{
    /// <summary>Plans the file.</summary>
    public WordsUnit Build(CodeHeader header, ModelDefinition model) => new(
        header,
        new EquatableArray<ConstantsUnit>(
        [
            Needs(model, NeedKind.Level, "Levels", "level:", "Security levels as needs are written: of several the strongest holds."),
            Needs(model, NeedKind.Threat, "Threats", string.Empty, "Threats as needs are written."),
        ]),
        names.Prefix + "Vocabulary",
        model.Attributes.Where(attribute => attribute.Kind == AttributeKind.Set && difference.Has(attribute)).Select(Words).ToEquatableArray());

    private ConstantsUnit Needs(ModelDefinition model, NeedKind kind, string className, string prefix, string documentation)
    {
        className = names.Prefix + className;
        var members = NameTable.OfMembers(className);
        var constants = model.Needs
            .Where(need => need.Kind == kind)
            .OrderBy(need => need.Order)
            .ThenBy(need => need.Id, StringComparer.Ordinal)
            .Select(need => new NamedUnit(members.Add(need.Id, Identifiers.Pascal(need.Id)), prefix + need.Id, Documentation.Of(need)));
        return new ConstantsUnit(className, documentation, constants.ToEquatableArray());
    }

    private ConstantsUnit Words(AttributeDefinition attribute)
    {
        var className = names.Attribute(attribute.Id);
        var members = NameTable.OfMembers(className);
        var constants = attribute.Vocabulary.Select(word => new NamedUnit(members.Add(word, Identifiers.Pascal(word)), word, $"The word {word}."));
        return new ConstantsUnit(className, Documentation.Of(attribute), constants.ToEquatableArray());
    }
}
