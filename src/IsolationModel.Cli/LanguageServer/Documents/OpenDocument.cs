namespace IsolationModel.Cli.LanguageServer.Documents;

/// <summary>A document that the client holds; what it says goes before what is on disk.</summary>
/// <param name="Uri">What the client calls it.</param>
/// <param name="Path">Its file, which need not exist.</param>
/// <param name="Version">The client's number for this text.</param>
/// <param name="Content">The text.</param>
internal sealed record OpenDocument(string Uri, string Path, int Version, DocumentText Content);
