namespace IsolationModel.Cli.Input;

/// <summary>How files are opened that a run reads.</summary>
internal static class FileOpening
{
    /// <summary>Opens a file. Whoever else has it open may write it, replace it and remove it: what comes of that is told, not prevented.</summary>
    public static Stream ToRead(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    /// <summary>Whether a file is a link, which the runtime tells without looking again.</summary>
    public static bool IsLink(FileInfo file) => (file.Attributes & FileAttributes.ReparsePoint) != 0 && file.LinkTarget is not null;

    /// <summary>How many bytes a file holds, or what a link leads to. Pipes, sockets and devices hold none, and opening one of them could block for ever.</summary>
    public static long LengthOf(FileInfo file)
    {
        // Asked first, since it fails where there is no file.
        var length = file.Length;
        // Not where the runtime resolves it to: that takes ".." by the text of the path, though a folder on the way may be a link. A circle is told by it.
        return !IsLink(file) ? length : RealPath.Of(file.FullName) is { } real ? new FileInfo(real).Length : ((FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!).Length;
    }
}
