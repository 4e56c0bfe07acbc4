namespace IsolationModel.Cli.LanguageServer.Judging;

/// <summary>Something that happened to a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="ChangesFiles">Whether files may have come or gone, so that they have to be searched for again.</param>
internal readonly record struct FileEvent(string Path, bool ChangesFiles);
