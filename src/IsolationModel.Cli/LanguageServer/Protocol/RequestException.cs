using System.Diagnostics.CodeAnalysis;

namespace IsolationModel.Cli.LanguageServer.Protocol;

/// <summary>A request that is answered with an error.</summary>
/// <param name="code">One of <see cref="ErrorCode"/>.</param>
/// <param name="message">What is wrong, for the client's log.</param>
[SuppressMessage("Design", "CA1032", Justification = "Without a code and a message it could not be answered")]
internal sealed class RequestException(int code, string message) : Exception(message)
{
    /// <summary>One of <see cref="ErrorCode"/>.</summary>
    public int Code => code;
}
