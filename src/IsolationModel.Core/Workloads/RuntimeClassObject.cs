using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>A RuntimeClass object: what a class name means in the cluster. It has no namespace.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Handler">Its handler, or null where it cannot be known.</param>
/// <param name="Range">Where the handler stands.</param>
public sealed record RuntimeClassObject(string Name, string? Handler, TextRange Range);
