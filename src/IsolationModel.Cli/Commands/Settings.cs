using IsolationModel.Evaluation;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Commands;

/// <summary>Reads <c>--under</c>.</summary>
internal static class Settings
{
    /// <exception cref="UsageException">A setting is not known, or its value cannot be read.</exception>
    public static WorkloadContainer Parse(ModelIndex model, string text)
    {
        var list = SettingList.Parse(model.Definition, text);
        if (list.Problems.Count > 0)
        {
            throw new UsageException(string.Join('\n', list.Problems.Select(static problem => $"--under: {problem}")));
        }

        return text.AsSpan().Trim(" ,").IsEmpty ? throw new UsageException("--under names nothing") : list.Container;
    }
}
