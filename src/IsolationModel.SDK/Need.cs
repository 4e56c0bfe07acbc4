using IsolationModel.Evaluation;
using IsolationModel.Workloads;

namespace IsolationModel;

/// <summary>What a workload needs of its isolation: levels, threats and limits that must hold together.</summary>
public sealed class Need
{
    private readonly IReadOnlyList<DeclaredNeed> _needs;

    private Need(Model model, IReadOnlyList<DeclaredNeed> needs) => (Model, _needs) = (model, needs);

    /// <summary>The model in whose words the need is written, and among whose technologies it picks.</summary>
    public Model Model { get; }

    /// <summary>The single needs, such as <c>level:high</c>, <c>untrusted-code</c> or <c>startup &lt;= 125 ms</c>.</summary>
    public IReadOnlyList<string> Tokens => [.. _needs.Select(need => need.Token)];

    /// <summary>Reads a need in the built-in model's vocabulary, such as <c>untrusted-code, startup &lt;= 125 ms</c>.</summary>
    /// <exception cref="FormatException">The text names a need that the model does not know, holds a limit that cannot be read, or says nothing.</exception>
    public static Need Parse(string text) => Parse(text, Model.BuiltIn);

    /// <summary>Several needs together, such as <c>Need.Of(Threats.UntrustedCode, Levels.High)</c>.</summary>
    /// <exception cref="FormatException">A need is unknown to the built-in model, holds a limit that cannot be read, or none is given.</exception>
    public static Need Of(params string[] needs) => Parse(string.Join(",", needs));

    internal static Need Parse(string text, Model model)
    {
        var declaration = NeedDeclaration.ForRun(NeedCarrier.Needs, text);
        var needs = NeedSet.Combine(model.Index, [declaration]);
        if (needs.Problems.Count > 0)
        {
            throw new FormatException(string.Join("; ", needs.Problems.Select(problem => problem.Message)));
        }

        return needs.Needs.Count > 0
            ? new Need(model, needs.Needs)
            : throw new FormatException("the text declares no need; write for example 'level:high' or 'untrusted-code, startup <= 125 ms'");
    }

    /// <summary>How a technology stands against the need, under no particular settings.</summary>
    public Suitability Against(Technology technology)
    {
        var assessment = TechnologyAssessment.Of(Model.Index, technology.Definition, [], _needs);
        return new Suitability(technology, assessment.Verdict, assessment);
    }

    /// <summary>Ranks the model's technologies for the need.</summary>
    public Recommendation Recommend() => new(
    [
        .. TechnologyRanking.Rank(Model.Index, platformId: null, [], _needs, []).Ranked
            .Select(ranked => new Candidate(
                new Suitability(Model.Find(ranked.Technology.Id)!, ranked.Verdict, ranked.Assessment), ranked.Shortfall, ranked.Surplus)),
    ]);

    /// <summary>The needs as they are written.</summary>
    public override string ToString() => string.Join(", ", Tokens);
}
