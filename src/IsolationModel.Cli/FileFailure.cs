namespace IsolationModel.Cli;

/// <summary>Why the operating system refuses a file, in words that are the same on every system and hold no path.</summary>
internal static class FileFailure
{
    // Codes of Linux and macOS (ENOSPC; EDQUOT of Linux) and of Windows (ERROR_DISK_FULL).
    private const int NoSpace = 28;
    private const int NoQuota = 122;
    private const int DiskIsFull = unchecked((int)0x80070070);

    /// <summary>Whether an exception means that a file or folder cannot be had, as opposed to a failure of the tool.</summary>
    public static bool IsAbout(Exception error) => error is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;

    /// <summary>The reason, without final period.</summary>
    public static string Reason(Exception error) => error switch
    {
        UnauthorizedAccessException => "access is denied",
        FileNotFoundException or DirectoryNotFoundException => "it does not exist any more, or it is a link to nothing",
        PathTooLongException => "its path is too long",
        IOException { HResult: NoSpace or NoQuota or DiskIsFull } => "no space is left there",
        ArgumentOutOfRangeException => "it would be larger than files may be there",
        _ => WithoutPath(error.Message).TrimEnd('.'),
    };

    /// <summary>The runtime puts the path behind the words of the system; often it is one that nobody has named.</summary>
    private static string WithoutPath(string message)
    {
        var at = message.IndexOf(" : '", StringComparison.Ordinal);
        return at > 0 ? message[..at] : message;
    }
}
