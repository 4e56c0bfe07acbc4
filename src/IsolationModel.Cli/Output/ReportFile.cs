namespace IsolationModel.Cli.Output;

/// <summary>Writes report files so that nobody ever sees half of one.</summary>
internal static class ReportFile
{
    /// <summary>Writes beside the target, then puts it in its place.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(OutputTarget target, Report report)
    {
        try
        {
            if (IsDevice(target.Path))
            {
                using var device = new FileStream(target.Path, FileMode.Open, FileAccess.Write);
                target.Format.Write(report, device, usesColor: false);
            }
            else
            {
                Replace(Destination(target.Path), target.Format, report);
            }
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            throw new UsageException($"--output: '{target.Path}' cannot be written: {FileFailure.Reason(error)}", error);
        }
    }

    private static void Replace(string path, IReportWriter format, Report report)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                format.Write(report, stream, usesColor: false);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>A link stays a link: what it points at is replaced.</summary>
    private static string Destination(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
    }

    /// <summary>Renaming onto <c>/dev/null</c> or <c>/dev/stderr</c> would replace the device.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));
}
