using System.CommandLine;

namespace IsolationModel.Cli.Commands;

/// <summary>A command whose help tells its exit codes and shows examples.</summary>
/// <param name="name">What it is called.</param>
/// <param name="description">What it does, in a sentence: lists of commands show it.</param>
/// <param name="manual">What its help tells besides.</param>
internal sealed class ToolCommand(string name, string description, CommandManual manual) : Command(name, description)
{
    /// <summary>What its help tells below its options.</summary>
    public CommandManual Manual => manual;
}
