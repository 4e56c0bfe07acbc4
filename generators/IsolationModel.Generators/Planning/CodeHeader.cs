namespace IsolationModel.Generators.Planning;

/// <summary>What every generated file begins with.</summary>
/// <param name="Hint">The file's name within the generator's output; distinct from all others, also without regard to case.</param>
/// <param name="Namespace">The namespace of its types.</param>
/// <param name="HasNullableAnnotations">Whether reference types may be annotated.</param>
internal sealed record CodeHeader(string Hint, string Namespace, bool HasNullableAnnotations)
{
    /// <summary>What stands behind a reference type that may be null.</summary>
    public string NullMark => HasNullableAnnotations ? "?" : string.Empty;
}
