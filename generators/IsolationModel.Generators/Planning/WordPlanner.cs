using IsolationModel.Generators.Emission;
using IsolationModel.Generators.Naming;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Plans the constants: the words of sets, and needs as C# attributes take them.</summary>
internal sealed class WordPlanner(ModelDefinition model, ModelNames names, ModelDifference difference)
{
    /// <summary>Plans the file.</summary>
    public WordsUnit Build(CodeHeader header)
    {
        var vocabularies = model.Attributes.Where(attribute => attribute.Kind == AttributeKind.Set && difference.Has(attribute)).Select(Words).ToEquatableArray();
        var tokens = Tokens();
        return new WordsUnit(header, vocabularies.Count == 0
            ? new EquatableArray<WordClass>([tokens])
            : new EquatableArray<WordClass>([tokens, new WordClass(names.Prefix + "Vocabulary", "The words that sets are made of, by attribute.", default, vocabularies)]));
    }

    private static MemberUnit Constant(NameTable members, string text, string documentation) =>
        new(members.Add(text, Identifiers.Pascal(text)), null, Literals.Of(text), documentation);

    private WordClass Tokens()
    {
        var className = names.Prefix + "NeedTokens";
        var members = NameTable.OfMembers(className);
        return new WordClass(
            className,
            "Needs as they are written, as constants: what C# attributes can take.",
            model.Needs.SelectMany(TokensOf)
                .Concat(model.Scenarios.Select(scenario => new DocumentedId("scenario:" + scenario.Id, Documentation.Of(scenario))))
                .Select(token => Constant(members, token.Id, token.Documentation))
                .ToEquatableArray(),
            default);
    }

    private IEnumerable<DocumentedId> TokensOf(NeedDefinition need) => need switch
    {
        { Kind: NeedKind.Level } => [new DocumentedId("level:" + need.Id, Documentation.Of(need))],
        { Kind: NeedKind.PodSecurity } => need.Choices.Select(choice => new DocumentedId($"{need.Id}:{choice}", Documentation.Of(need))),
        { ParameterAttributeId: { } id } => Vocabulary(id).Select(word => new DocumentedId($"{need.Id}:{word}", Documentation.Of(need))),
        _ => [new DocumentedId(need.Id, Documentation.Of(need))],
    };

    private EquatableArray<string> Vocabulary(string attributeId) =>
        model.Attributes.FirstOrDefault(attribute => string.Equals(attribute.Id, attributeId, StringComparison.Ordinal))?.Vocabulary ?? default;

    private WordClass Words(AttributeDefinition attribute)
    {
        var className = names.Attribute(attribute.Id);
        var members = NameTable.OfMembers(className);
        return new WordClass(
            className, Documentation.Of(attribute), attribute.Vocabulary.Select(word => Constant(members, word, $"The word {word}.")).ToEquatableArray(), default);
    }
}
