namespace IsolationModel.Cli.Init;

/// <summary>A file that a repository is started with.</summary>
/// <param name="Path">Its path below the folder, with <c>/</c>.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Purpose">What it is for, to be read behind its name.</param>
internal sealed record NewFile(string Path, string Text, string Purpose);
