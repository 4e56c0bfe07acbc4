using IsolationModel.Workloads;

namespace IsolationModel.Cli.Input;

/// <summary>What was read of a run's input.</summary>
/// <param name="Inputs">The input, without the files that were not read any more.</param>
/// <param name="Files">Its files as they were read one by one, without what they say only together; behind them the folders that could not be searched.</param>
/// <param name="Unread">How many files were not read any more, because the run was stopped.</param>
internal sealed record LoadedInput(InputSet Inputs, DescriptorFile[] Files, int Unread);
