namespace IsolationModel.Cli;

/// <summary>Why the operating system refuses a file, in words that are the same on every system and hold no path.</summary>
internal static class FileFailure
{
    /// <summary>Whether an exception means that a file or folder cannot be had, as opposed to a failure of the tool.</summary>
    public static bool IsAbout(Exception error) => error is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;

    /// <summary>The reason, without final period.</summary>
    public static string Reason(Exception error) => error switch
    {
        UnauthorizedAccessException => "access is denied",
        FileNotFoundException or DirectoryNotFoundException => "it does not exist any more, or it is a link to nothing",
        PathTooLongException => "its path is too long",
        _ => error.Message.TrimEnd('.'),
    };
}
