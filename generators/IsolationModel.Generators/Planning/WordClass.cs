using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>A static class of words.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Documentation">What its members are.</param>
/// <param name="Members">The members.</param>
/// <param name="Nested">Classes within it.</param>
internal sealed record WordClass(string ClassName, string Documentation, EquatableArray<MemberUnit> Members, EquatableArray<WordClass> Nested);
