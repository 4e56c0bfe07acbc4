namespace IsolationModel.Cli.Output;

/// <summary>Writes report files so that nobody ever sees half of one.</summary>
internal static class ReportFile
{
    /// <summary>Writes beside the target, then puts it in its place.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(OutputTarget target, Report report) => Write(target.Path, target.NamedBy, stream => target.Format.Write(report, stream, ReportStyle.Plain));

    /// <summary>Writes what somebody asked for as a file.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string path, string option, Action<Stream> write)
    {
        try
        {
            Replace(path, write);
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            throw new UsageException($"{option}: '{path}' cannot be written: {FileFailure.Reason(error)}", error);
        }
    }

    /// <summary>Writes beside a file, then puts it in the file's place; a device is written to.</summary>
    public static void Replace(string path, Action<Stream> write)
    {
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            write(device);
            return;
        }

        path = Destination(path);
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            KeepPermissions(path, temporary);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Who may read and write the file may do so with what replaces it.</summary>
    private static void KeepPermissions(string path, string temporary)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        }
    }

    /// <summary>A link stays a link: what it points at is replaced.</summary>
    public static string Destination(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
    }

    /// <summary>Renaming onto <c>/dev/null</c> or <c>/dev/stderr</c> would replace the device.</summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));
}
