using IsolationModel.Workloads;

namespace IsolationModel.Cli.Input;

/// <summary>What was read of a run's input.</summary>
/// <param name="Files">The files as they are to be judged.</param>
/// <param name="Unread">How many files were not read any more, because the run was stopped.</param>
internal sealed record LoadedInput(IReadOnlyList<DescriptorFile> Files, int Unread);
