namespace IsolationModel.Modeling;

/// <summary>A node fact that somebody vouches for.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="Holds">Whether it holds on the nodes.</param>
public sealed record NodeFactDeclaration(string FactId, bool Holds);
