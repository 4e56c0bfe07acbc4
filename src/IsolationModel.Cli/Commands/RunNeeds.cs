using IsolationModel.Evaluation;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Commands;

/// <summary>The needs that the command line declares.</summary>
internal static class RunNeeds
{
    /// <summary>Turns options into declarations.</summary>
    /// <exception cref="UsageException">A need is not known: checking on without it would pass in silence.</exception>
    public static IReadOnlyList<NeedDeclaration> Declare(ModelIndex model, IReadOnlyList<string> needs, string? level, string? scenario)
    {
        var declarations = new List<NeedDeclaration>();
        var mistakes = new List<string>();
        foreach (var need in needs)
        {
            Add(NeedCarrier.Needs, "--need", need, declarations, mistakes);
        }

        if (level is not null)
        {
            Add(NeedCarrier.Level, "--level", level, declarations, mistakes);
        }

        if (scenario is not null)
        {
            Add(NeedCarrier.Scenario, "--scenario", scenario, declarations, mistakes);
        }

        foreach (var problem in NeedSet.Combine(model, declarations).Problems)
        {
            mistakes.Add($"{problem.Declaration.Key}: {problem.Message}");
        }

        return mistakes.Count == 0 ? declarations : throw new UsageException(string.Join('\n', mistakes));
    }

    private static void Add(NeedCarrier carrier, string option, string text, List<NeedDeclaration> declarations, List<string> mistakes)
    {
        if (text.AsSpan().Trim(" ,").IsEmpty)
        {
            mistakes.Add($"{option} names nothing");
            return;
        }

        declarations.Add(NeedDeclaration.ForRun(carrier, text, option));
    }
}
