using IsolationModel.Modeling;

namespace IsolationModel.Evaluation;

/// <summary>A technology's place in a ranking.</summary>
/// <param name="Assessment">How it stands against the needs.</param>
/// <param name="Verdict">All needs and the platform's requirements together.</param>
/// <param name="Shortfall">Weighted missing grades against the goals; lower is better, 0 means that everything wished for is there.</param>
/// <param name="Surplus">Weighted grades; higher is better, only to break ties.</param>
public sealed record RankedTechnology(TechnologyAssessment Assessment, Verdict Verdict, int Shortfall, int Surplus)
{
    /// <summary>The technology.</summary>
    public TechnologyDefinition Technology => Assessment.Technology;
}
