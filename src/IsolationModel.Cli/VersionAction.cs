using System.CommandLine;
using System.CommandLine.Invocation;

namespace IsolationModel.Cli;

/// <summary>Prints the released version, without the commit that compilers append to it.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(ProductInfo.Version + "\n");
        return ExitCode.Clean;
    }
}
