using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>Names for what the model says in words, so that a misspelt one does not compile.</summary>
/// <param name="Header">How the file begins.</param>
/// <param name="Classes">The classes.</param>
internal sealed record WordsUnit(CodeHeader Header, EquatableArray<WordClass> Classes) : FileUnit(Header);
