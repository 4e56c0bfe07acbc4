namespace IsolationModel.Cli;

/// <summary>The command line asks for something that cannot be done. The message is one line for people, or several for several mistakes.</summary>
internal sealed class UsageException : Exception
{
    public UsageException()
    {
    }

    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
