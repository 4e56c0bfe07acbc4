using IsolationModel.Data;

namespace IsolationModel.Descriptors.Toml;

/// <summary>A TOML text as a tree, or the place where it could not be read on. A program refuses a broken file whole, so there is never both.</summary>
/// <param name="Root">The root table, or null.</param>
/// <param name="Problem">What is wrong, or null.</param>
internal sealed record TomlDocument(DataMapping? Root, TomlProblem? Problem);
