namespace IsolationModel.Cli.Output;

/// <summary>Writes files so that nobody ever sees half of one, whatever happens meanwhile.</summary>
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

    /// <summary>
    /// Writes beside a file, then puts it in the file's place: the file is the old one or the new one, also after a crash. A device and a pipe are
    /// written to.
    /// </summary>
    public static void Replace(string path, Action<Stream> write)
    {
        if (WroteInto(path, write))
        {
            return;
        }

        path = Destination(path);
        // Not called like the target, whose name may be as long as names may be.
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".isolation-{Path.GetRandomFileName()}.tmp");
        try
        {
            var mode = ModeOf(path);
            using (var stream = Create(temporary, mode))
            {
                using var told = Told(stream);
                write(told);
                stream.Flush(flushToDisk: true);
            }

            if (mode is { } kept && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, kept);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>Where a path really leads: a link stays a link, and what it points at is replaced. Links in a circle lead nowhere; opening one says so.</summary>
    public static string Destination(string path)
    {
        try
        {
            return Input.RealPath.Of(path) ?? path;
        }
        catch (IOException)
        {
            return path;
        }
    }

    /// <summary>
    /// Renaming onto <c>/dev/null</c> or <c>/dev/stderr</c> would replace the device; below <c>/dev/shm</c> are files as elsewhere.
    /// </summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && ((path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal)) || path.StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>Writes into what is no file on a disk and must not be replaced by one; false where a file is, or may come.</summary>
    private static bool WroteInto(string path, Action<Stream> write)
    {
        var destination = Destination(path);
        if (IsDevice(path) || IsDevice(destination))
        {
            using var device = OpenToWrite(path);
            using var told = Told(device);
            write(told);
            return true;
        }

        // A pipe has no length; what else has none is told apart only once it is open. That waits for a reader, as it does for everybody.
        if (OperatingSystem.IsWindows() || new FileInfo(destination) is not { Exists: true, Length: 0 })
        {
            return false;
        }

        try
        {
            using var stream = OpenToWrite(path);
            if (stream.CanSeek)
            {
                return false;
            }

            using var told = Told(stream);
            write(told);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            // The folder decides whether a file may be replaced.
            return false;
        }
    }

    private static FileStream OpenToWrite(string path) => new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static WrittenStream Told(FileStream stream) => new(stream, static reason => new IOException(reason));

    /// <summary>Who may not read the old file may not read the new one either, not even while it is written.</summary>
    private static FileStream Create(string path, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Who may read and write a file; null where there is none, or no such thing.</summary>
    private static UnixFileMode? ModeOf(string path) => !OperatingSystem.IsWindows() && File.Exists(path) ? File.GetUnixFileMode(path) : null;

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            // The folder is gone, or closed: why the file was not written says more.
        }
    }
}
