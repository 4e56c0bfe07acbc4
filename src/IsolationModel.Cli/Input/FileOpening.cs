namespace IsolationModel.Cli.Input;

/// <summary>How files are opened that a run reads.</summary>
internal static class FileOpening
{
    /// <summary>Opens a file. Whoever else has it open may write it, replace it and remove it: what comes of that is told, not prevented.</summary>
    public static Stream ToRead(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}
