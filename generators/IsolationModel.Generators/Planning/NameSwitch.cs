using IsolationModel.Modeling;

namespace IsolationModel.Generators.Planning;

/// <summary>A method that finds technologies by names of one kind.</summary>
/// <param name="MethodName">The method.</param>
/// <param name="Documentation">What the names are.</param>
/// <param name="Cases">The names that mean something certain, sorted, and the members that they mean.</param>
internal sealed record NameSwitch(string MethodName, string Documentation, EquatableArray<NameCase> Cases);
