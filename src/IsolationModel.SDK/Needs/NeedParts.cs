using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel;

/// <summary>What a need is made of, before a model reads it.</summary>
internal sealed record NeedParts(
    Model Model, IReadOnlyList<string> Tokens, IReadOnlyList<Requirement> Requirements, IReadOnlyList<Wish> Wishes, PodSettings? Settings, string? PlatformId)
{
    public static NeedParts None { get; } = new(Model.BuiltIn, [], [], [], null, null);

    public NeedParts With(NeedTerm term) => In(term.Model) with { Tokens = [.. Tokens, term.Token] };

    public NeedParts With(Wish wish) => In(wish.Model) with { Wishes = [.. Wishes, wish] };

    /// <summary>Parts of the built-in model fit any overlay's, which has them all.</summary>
    /// <exception cref="InvalidOperationException">The model is another overlay's.</exception>
    public NeedParts In(Model model) =>
        ReferenceEquals(model, Model) || ReferenceEquals(model, Model.BuiltIn) ? this
        : ReferenceEquals(Model, Model.BuiltIn) ? this with { Model = model }
        : throw new InvalidOperationException($"the need belongs to model {Model} and cannot take in a part of model {model}");

    /// <summary>The model's reading.</summary>
    /// <exception cref="FormatException">A token is unknown to the model.</exception>
    /// <exception cref="InvalidOperationException">A condition is on an attribute that the model does not have.</exception>
    public NeedSet Resolve()
    {
        var declarations = Tokens.Select(token => NeedDeclaration.ForRun(NeedCarrier.Needs, token));
        var set = NeedSet.Combine(Model.Index, declarations);
        if (set.Problems.Count > 0)
        {
            throw new FormatException(string.Join("; ", set.Problems.Select(problem => problem.Message)));
        }

        return set.With(ToCodeNeeds(Model).In(Model.Index));
    }

    /// <summary>The conditions and wishes, for which text may have no words.</summary>
    /// <exception cref="InvalidOperationException">A condition is on an attribute that the model does not have.</exception>
    public CodeNeeds ToCodeNeeds(Model model) =>
        new([.. Requirements.Select(requirement => requirement.In(model))], [.. Wishes.Select(wish => (wish.Goal.Id, wish.Word))]);

    /// <summary>The model with what is known of the nodes, and the settings as a container.</summary>
    public (ModelIndex Index, IReadOnlyList<WorkloadContainer> Containers) Conditions() =>
        Settings is null ? (Model.Index, []) : (Settings.On(Model.Index), [Settings.ToContainer()]);

    public PlatformDefinition? PlatformOf(ModelIndex index) => PlatformId is null ? null : index.Platform(PlatformId);
}
