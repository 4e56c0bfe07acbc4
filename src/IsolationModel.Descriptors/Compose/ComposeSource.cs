using IsolationModel.Data;

namespace IsolationModel.Descriptors.Compose;

/// <summary>A file of Compose, or one document of it.</summary>
/// <param name="Path">The path by which files refer to each other, normalized; empty where no other file is known.</param>
/// <param name="ShownPath">The path as it is shown.</param>
/// <param name="Documents">Its documents of Compose.</param>
/// <param name="Offset">Where its text starts in the text in which the project has its places.</param>
/// <param name="Tags">The nodes with a tag.</param>
internal sealed record ComposeSource(string Path, string ShownPath, IReadOnlyList<DataMapping> Documents, int Offset, IReadOnlyDictionary<DataNode, string>? Tags);
