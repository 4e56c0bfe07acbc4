using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Benchmarks;

/// <summary>The decision that all peers take: which technology of the built-in model meets eight conditions and fits three wishes best.</summary>
internal static class DecisionCase
{
    /// <summary>The conditions, one constraint each.</summary>
    public static readonly string[] Tokens =
        ["untrusted-code", "noisy-neighbour", "unmodified-oci-image", "kubernetes", "arch:x86_64", "guest-os:linux", "startup <= 10 s", "memory <= 1 GiB"];

    /// <summary>The wishes.</summary>
    public static readonly ScoringGoal[] Goals = [new("throughputLoss", 3, 3), new("startup", 3, 3), new("memoryOverhead", 2, 2)];

    /// <summary>The model.</summary>
    public static ModelIndex Model { get; } = new(BuiltInModel.Definition);

    /// <summary>The needs as a workload declares them.</summary>
    public static IReadOnlyList<DeclaredNeed> Needs { get; } = NeedSet.Combine(Model, [NeedDeclaration.ForRun(NeedCarrier.Needs, string.Join(',', Tokens))]).Needs;

    /// <summary>The same conditions as plain C#.</summary>
    public static bool Passes(Candidate candidate) =>
        candidate.Boundary >= 4
        && candidate.ResourceLimits
        && candidate.UnmodifiedOciImage
        && candidate.RunsInKubernetes
        && candidate.RunsOnX64
        && candidate.RunsLinux
        && candidate.Startup <= 10
        && candidate.MemoryOverhead <= 1_073_741_824;

    /// <summary>The answer, by the ranking that explains.</summary>
    public static string Answer { get; } = TechnologyRanking.Rank(Model, null, [], Needs, Goals).Best?.Technology.Id
        ?? throw new InvalidOperationException("No technology meets the conditions, so there is nothing to compare.");

    /// <summary>Stops a benchmark whose answer differs.</summary>
    public static void Check(string who, string? answer)
    {
        if (!string.Equals(answer, Answer, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{who} answers '{answer}', and the answer is '{Answer}'.");
        }
    }
}
