namespace IsolationModel.Generators.Planning;

/// <summary>A name and what it means.</summary>
/// <param name="Name">The name, exactly as it is written.</param>
/// <param name="MemberName">The member of the catalogue.</param>
internal sealed record NameCase(string Name, string MemberName);
