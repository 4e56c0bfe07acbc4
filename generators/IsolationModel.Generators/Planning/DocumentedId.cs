namespace IsolationModel.Generators.Planning;

/// <summary>An id that becomes a member, and what the editor shows of it.</summary>
/// <remarks>A class and not a tuple: sequences of tuples are code that every first run compiles anew.</remarks>
/// <param name="Id">The id.</param>
/// <param name="Documentation">What it means.</param>
internal sealed record DocumentedId(string Id, string Documentation);
