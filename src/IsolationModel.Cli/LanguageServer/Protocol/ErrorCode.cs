namespace IsolationModel.Cli.LanguageServer.Protocol;

/// <summary>The codes by which a request is refused (JSON-RPC 2.0, section 5.1; LSP 3.17, "ErrorCodes").</summary>
internal static class ErrorCode
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int ServerNotInitialized = -32002;
    public const int RequestCancelled = -32800;
    public const int ContentModified = -32801;
}
