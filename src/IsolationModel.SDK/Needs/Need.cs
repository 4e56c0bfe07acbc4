using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>
/// What a workload needs of its isolation: levels, threats and limits that must hold together, and wishes that rank what holds. Immutable: each
/// method returns a need that says more.
/// </summary>
/// <remarks>Parts of an overlay's model and of the built-in one may be mixed: the overlay's model judges.</remarks>
public sealed class Need
{
    private readonly NeedParts _parts;
    private NeedSet? _set;

    private Need(NeedParts parts) => _parts = parts;

    /// <summary>The model in whose words the need is written, and among whose technologies it picks.</summary>
    public Model Model => _parts.Model;

    /// <summary>The single needs, such as <c>level:high</c>, <c>untrusted-code</c> or <c>startup &lt;= 125 ms</c>.</summary>
    public IReadOnlyList<string> Tokens => [.. Set.Needs.Select(need => need.Token)];

    /// <summary>The wishes, those of the scenario included: of several for one attribute the most demanding counts.</summary>
    public IReadOnlyList<ScoringGoal> Wishes => Set.Goals;

    /// <summary>What it is made of.</summary>
    internal NeedParts Parts => _parts;

    private NeedSet Set => _set ??= _parts.Resolve();

    /// <summary>Reads a need in the built-in model's vocabulary, such as <c>untrusted-code, startup &lt;= 125 ms</c>.</summary>
    /// <exception cref="FormatException">The text names a need that the model does not know, holds a limit that cannot be read, or says nothing.</exception>
    public static Need Parse(string text) => Parse(text, Model.BuiltIn);

    /// <summary>What a kind of business needs.</summary>
    public static Need For(Scenario scenario) => Of(scenario);

    /// <summary>Several needs together, such as <c>Need.Of(Threats.UntrustedCode, Levels.High)</c>; of none, no need at all, to begin with.</summary>
    public static Need Of(params NeedTerm[] terms) => new Need(NeedParts.None).With(terms);

    /// <summary>At least this level.</summary>
    public Need At(SecurityLevel level) => With(level);

    /// <summary>Withstands these threats.</summary>
    /// <exception cref="InvalidOperationException">A part belongs to another overlay's model.</exception>
    public Need Against(params Threat[] threats) => With(threats);

    /// <summary>Needs these as well.</summary>
    /// <exception cref="InvalidOperationException">A part belongs to another overlay's model.</exception>
    public Need With(params NeedTerm[] terms) => new(terms.Aggregate(_parts, static (parts, term) => parts.With(term)));

    /// <summary>Meets these conditions.</summary>
    public Need Require(params Requirement[] requirements) => new(_parts with { Requirements = [.. _parts.Requirements, .. requirements] });

    /// <summary>Aims at these grades.</summary>
    /// <exception cref="InvalidOperationException">A wish belongs to another overlay's model.</exception>
    public Need Wish(params Wish[] wishes) => new(wishes.Aggregate(_parts, static (parts, wish) => parts.With(wish)));

    /// <summary>Judges under these settings.</summary>
    public Need Under(PodSettings settings) => new(_parts with { Settings = settings });

    /// <summary>Picks only what this platform can start.</summary>
    /// <exception cref="InvalidOperationException">The platform belongs to another overlay's model.</exception>
    public Need On(Platform platform) => new(_parts.In(platform.Model) with { PlatformId = platform.Id });

    /// <summary>Judges by this model.</summary>
    public Need In(Model model) => new(_parts with { Model = model });

    /// <summary>How a technology stands against the need.</summary>
    /// <exception cref="InvalidOperationException">A condition is on an attribute that the model does not have.</exception>
    public Suitability Judge(Technology technology)
    {
        var (index, containers) = _parts.Conditions();
        return Suitability.Of(technology, _parts.PlatformOf(index), TechnologyRanking.Place(index, _parts.PlatformId, technology.Definition, containers, Set.Needs, Set.Goals));
    }

    /// <summary>Ranks the model's technologies for the need.</summary>
    /// <exception cref="InvalidOperationException">A condition is on an attribute that the model does not have.</exception>
    public Recommendation Recommend()
    {
        var (index, containers) = _parts.Conditions();
        return new Recommendation(Model, _parts.PlatformOf(index), TechnologyRanking.Rank(index, _parts.PlatformId, containers, Set.Needs, Set.Goals));
    }

    /// <summary>The needs as they are written.</summary>
    public override string ToString() => string.Join(", ", Tokens);

    internal static Need Parse(string text, Model model)
    {
        var need = new Need(NeedParts.None with { Model = model, Tokens = [text] });
        return need.Set.Needs.Count > 0
            ? need
            : throw new FormatException("the text declares no need; write for example 'level:high' or 'untrusted-code, startup <= 125 ms'");
    }
}
