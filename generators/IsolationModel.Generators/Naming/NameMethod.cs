using IsolationModel.Modeling;

namespace IsolationModel.Generators.Naming;

/// <summary>A method that finds technologies by runtime names.</summary>
/// <param name="Kind">The kind of names.</param>
/// <param name="Name">The method's name.</param>
/// <param name="Documentation">What it does.</param>
internal sealed record NameMethod(RuntimeNameKind Kind, string Name, string Documentation);
