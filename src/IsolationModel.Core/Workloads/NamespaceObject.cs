namespace IsolationModel.Workloads;

/// <summary>A Namespace object: the needs of everything in it.</summary>
/// <param name="Name">The namespace's name.</param>
/// <param name="Needs">The needs that it declares.</param>
public sealed record NamespaceObject(string Name, IReadOnlyList<NeedDeclaration> Needs);
