using System.Diagnostics.CodeAnalysis;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel;

/// <summary>
/// How a technology stands against a need: exactly one of <see cref="Suitable"/>, <see cref="Unproven"/> and <see cref="Unsuitable"/>, for
/// <c>switch</c> or <see cref="Match{TResult}"/>.
/// </summary>
[SuppressMessage("Design", "CA1034", Justification = "The cases of a closed hierarchy read best by its name: Suitability.Unsuitable")]
public abstract class Suitability
{
    private Suitability(Technology technology, Verdict verdict, IReadOnlyList<Reason> reasons) => (Technology, Verdict, Reasons) = (technology, verdict, reasons);

    /// <summary>The technology.</summary>
    public Technology Technology { get; }

    /// <summary>All needs together: a single failure is a veto.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether every need is shown to be met.</summary>
    public bool IsSuitable => Verdict == Verdict.Suitable;

    /// <summary>
    /// What decides: the failures alone where it is unsuitable, what is not shown where it is unproven, everything that is met where it is
    /// suitable.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>Takes the case that holds.</summary>
    public TResult Match<TResult>(Func<Suitable, TResult> suitable, Func<Unproven, TResult> unproven, Func<Unsuitable, TResult> unsuitable) => this switch
    {
        Suitable holds => suitable(holds),
        Unproven open => unproven(open),
        _ => unsuitable((Unsuitable)this),
    };

    /// <summary>The technology and the verdict.</summary>
    public sealed override string ToString() => $"{Technology.Name}: {Verdict}";

    internal static Suitability Of(Technology technology, PlatformDefinition? platform, RankedTechnology ranked) => ranked.Verdict switch
    {
        Verdict.Suitable => new Suitable(technology, [.. Conditions(ranked, static outcome => outcome == Outcome.Meets)]),
        Verdict.Unproven => new Unproven(
            technology, [.. Conditions(ranked, static outcome => outcome is Outcome.May or Outcome.Unknown), .. Unchecked(ranked), .. OfPlatform(technology, platform)]),
        _ => new Unsuitable(technology, [.. Conditions(ranked, static outcome => outcome == Outcome.Fails), .. Bans(ranked), .. Refusals(ranked)]),
    };

    private static IEnumerable<Reason> Conditions(RankedTechnology ranked, Func<Outcome, bool> decides) =>
        from result in ranked.Assessment.Results
        from constraint in result.Constraints
        where decides(constraint.Effective)
        select new Reason(result.Need.Token, constraint.Constraint.Text, constraint.Effective, constraint.Found);

    private static IEnumerable<Reason> Unchecked(RankedTechnology ranked) =>
        from result in ranked.Assessment.Results
        where result.Need.Unchecked is not null
        select new Reason(result.Need.Token, result.Need.Unchecked!, Outcome.Unknown, "nothing");

    private static IEnumerable<Reason> OfPlatform(Technology technology, PlatformDefinition? platform) =>
        from requirement in platform?.Requirements ?? default
        let outcome = requirement.Against(id => technology.Definition.Find(id)?.Value)
        where outcome != Outcome.Meets
        select new Reason($"platform {platform!.Id}", requirement.Text, outcome, technology.Find(requirement.AttributeId)?.ToString() ?? "unknown");

    private static IEnumerable<Reason> Bans(RankedTechnology ranked) => ranked.Assessment.Ban is { } ban
        ? [new Reason("ban", $"forbidden{(ban.Until is null ? string.Empty : " until " + ban.Until)}", Outcome.Fails, ban.Reason)]
        : [];

    private static IEnumerable<Reason> Refusals(RankedTechnology ranked) =>
        from effect in ranked.Assessment.Isolation.Effects
        where effect is { IsCertain: true, Effect.Kind: EffectKind.Unsupported }
        select new Reason("settings", effect.Weakening.Title, Outcome.Fails, effect.Effect.Why);

    /// <summary>Every need is shown to be met.</summary>
    public sealed class Suitable : Suitability
    {
        internal Suitable(Technology technology, IReadOnlyList<Reason> reasons)
            : base(technology, Verdict.Suitable, reasons)
        {
        }
    }

    /// <summary>No need fails, but some is not shown to be met.</summary>
    public sealed class Unproven : Suitability
    {
        internal Unproven(Technology technology, IReadOnlyList<Reason> reasons)
            : base(technology, Verdict.Unproven, reasons)
        {
        }

        /// <summary>What is not shown.</summary>
        public IReadOnlyList<Reason> Open => Reasons;
    }

    /// <summary>Some need fails.</summary>
    public sealed class Unsuitable : Suitability
    {
        internal Unsuitable(Technology technology, IReadOnlyList<Reason> reasons)
            : base(technology, Verdict.Unsuitable, reasons)
        {
        }

        /// <summary>What fails, and nothing else.</summary>
        public IReadOnlyList<Reason> Vetoes => Reasons;
    }
}
