using IsolationModel.Modeling;
using IsolationModel.PodSecurityAdmission;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>All needs that reach a workload, combined: they hold together, and of the levels the strongest holds.</summary>
/// <param name="Needs">The needs, each once, in the order of their scopes and places.</param>
/// <param name="Problems">What in the declarations cannot be followed.</param>
public sealed record NeedSet(IReadOnlyList<DeclaredNeed> Needs, IReadOnlyList<NeedProblem> Problems)
{
    /// <summary>No needs.</summary>
    public static NeedSet None { get; } = new([], []);

    /// <summary>Whether any need asks something of the technology; levels of the Pod Security Standards bind the pod alone.</summary>
    public bool BindTechnology => Needs.Any(need => need.BindsTechnology);

    /// <summary>Whether any need asks something at all, of the technology or of the pod.</summary>
    public bool AreAny => Needs.Any(need => need.BindsTechnology || need.PodSecurity is { Level: > PodSecurityLevel.Privileged });

    /// <summary>Wishes beside those that come with the needs.</summary>
    public EquatableArray<ScoringGoal> Wishes { get; init; }

    /// <summary>All wishes: of several for one attribute the most demanding counts. In the order in which they are declared.</summary>
    public IReadOnlyList<ScoringGoal> Goals => Needs
        .SelectMany(need => need.Goals)
        .Concat(Wishes)
        .GroupBy(goal => goal.AttributeId, StringComparer.Ordinal)
        .Select(group => group.OrderByDescending(goal => goal.Target).ThenByDescending(goal => goal.Weight).First())
        .ToList();

    /// <summary>Every need of a model as it may be written; limits, which have no end, are left out.</summary>
    public static IEnumerable<string> TokensOf(ModelIndex model) => NeedParser.Known(model);

    /// <summary>Combines declarations.</summary>
    public static NeedSet Combine(ModelIndex model, IEnumerable<NeedDeclaration> declarations)
    {
        var all = new List<DeclaredNeed>();
        var problems = new List<NeedProblem>();
        foreach (var declaration in declarations.OrderBy(declaration => declaration.Scope))
        {
            NeedParser.Parse(model, declaration, all, problems);
        }

        DeclaredNeed? level = null;
        var needs = new List<DeclaredNeed>();
        foreach (var need in all)
        {
            if (need.Definition is { Kind: NeedKind.Level })
            {
                level = Stronger(level, need, problems);
            }
            else if (!needs.Exists(other => string.Equals(other.Token, need.Token, StringComparison.Ordinal)))
            {
                needs.Add(need);
            }
        }

        if (level is not null)
        {
            needs.Insert(0, level);
        }

        return new NeedSet(needs, problems);
    }

    /// <summary>These needs together with others that are understood already; each once.</summary>
    public NeedSet With(NeedSet others) => ReferenceEquals(others, None) ? this : this with
    {
        Needs = [.. Needs, .. others.Needs.Where(other => !Needs.Any(need => string.Equals(need.Token, other.Token, StringComparison.Ordinal)))],
        Problems = [.. Problems, .. others.Problems],
        Wishes = Wishes.Concat(others.Wishes).ToEquatableArray(),
    };

    private static DeclaredNeed Stronger(DeclaredNeed? farther, DeclaredNeed nearer, List<NeedProblem> problems)
    {
        if (farther is null || nearer.Definition!.Order >= farther.Definition!.Order)
        {
            return nearer;
        }

        if (nearer.Declaration.Scope == farther.Declaration.Scope)
        {
            return farther;
        }

        if (nearer.Declaration.AcceptsWeaker is { Length: > 0 })
        {
            return nearer;
        }

        problems.Add(new NeedProblem(
            NeedProblemKind.WeakerLevel,
            nearer.Token,
            nearer.Declaration,
            nearer.Range,
            $"'{nearer.Token}' has no effect, because '{farther.Token}' is declared {Where(farther.Declaration)} and is stronger; to accept the weaker one, add {AcceptKey(nearer.Declaration)} with the reason"));
        return farther;
    }

    /// <summary>Settings have keys of their own, beside those of descriptors.</summary>
    private static string AcceptKey(NeedDeclaration declaration) => declaration.IsOfSettings ? "'acceptWeaker'" : NeedKeys.AcceptWeaker;

    private static string Where(NeedDeclaration declaration) => declaration.Scope switch
    {
        // Where there is no object, the key says where it stands.
        NeedScope.Object or NeedScope.Template when declaration.Key.StartsWith("x-", StringComparison.Ordinal) => $"by {declaration.Key} of the file",
        _ when declaration.IsOfSettings => $"in {FilePath.NameOf(declaration.File)}",
        NeedScope.Run => "for the whole run",
        NeedScope.Model => "by a workload rule of the model",
        NeedScope.Namespace => "on the namespace",
        _ => "on the object",
    };
}
