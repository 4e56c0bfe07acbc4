using IsolationModel.Cli.LanguageServer;
using IsolationModel.Cli.Tests.Support;
using Nerdbank.Streams;

namespace IsolationModel.Cli.Tests.LanguageServer;

/// <summary>A server in this process, of which a test decides when it may read files.</summary>
internal static class ServerHere
{
    /// <summary>Starts one; it ends when the stream does.</summary>
    /// <returns>Where its client writes and reads.</returns>
    public static Stream Start(Workspace workspace, Gate gate)
    {
        var (client, server) = FullDuplexStream.CreatePair();
        var host = workspace.Host(server, TextWriter.Null) with { Input = () => server, OpenFile = gate.Pass };
        new Thread(() => Serve(host)) { IsBackground = true, Name = "server" }.Start();
        return client;
    }

    private static void Serve(ToolHost host)
    {
        using var server = new LspServer(host);
        server.Run(CancellationToken.None);
    }
}
