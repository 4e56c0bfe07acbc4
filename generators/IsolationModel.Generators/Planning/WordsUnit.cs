using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Names for texts of the model, so that a misspelt one does not compile.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="Classes">The classes of constants.</param>
/// <param name="VocabularyClass">The class that holds the vocabularies.</param>
/// <param name="Vocabularies">The words of sets, a class for each attribute.</param>
internal sealed record WordsUnit(
    CodeHeader Header,
    EquatableArray<ConstantsUnit> Classes,
    string VocabularyClass,
    EquatableArray<ConstantsUnit> Vocabularies);
