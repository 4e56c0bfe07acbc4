using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Evaluation;

/// <summary>
/// Decides by the same semantics as <see cref="TechnologyRanking"/> (without a platform and without a workload's settings), for programs that decide
/// often: needs and goals are prepared once, and any combination of them is decided in nanoseconds and without allocating. Why a decision
/// is as it is tells <see cref="TechnologyRanking"/>. Immutable, so threads may share it.
/// </summary>
/// <remarks>
/// A need is a bit for each technology. Merit rests on a technology's own row and on the wishes alone, so its order is known before any need is:
/// what is left to a decision is an AND for each need and a walk along that order.
/// </remarks>
public sealed class DecisionTable
{
    private readonly ModelIndex _model;
    private readonly EquatableArray<TechnologyDefinition> _technologies;
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly ulong[] _banned;

    /// <summary>Makes the table of a model.</summary>
    public DecisionTable(ModelIndex model)
    {
        _model = model ?? throw new ArgumentNullException(nameof(model));
        _technologies = model.Definition.Technologies;
        _banned = new ulong[(_technologies.Count + VerdictBits.Width - 1) / VerdictBits.Width];
        for (var row = 0; row < _technologies.Count; row++)
        {
            _rows.Add(_technologies[row].Id, row);
            _banned[row / VerdictBits.Width] |= Bit(row, model.BanOf(_technologies[row].Id, []) is not null);
        }
    }

    /// <summary>How many technologies there are: the room that a ranking takes.</summary>
    public int Count => _technologies.Count;

    /// <summary>Judges every technology against a need.</summary>
    public PreparedNeed Prepare(DeclaredNeed need)
    {
        var columns = new VerdictBits[_banned.Length];
        var scenarios = TechnologyAssessment.ScenariosOf([need]).ToList();
        for (var row = 0; row < Count; row++)
        {
            var technology = _technologies[row];
            var outcome = OutcomeOf(technology, need);
            var isExcused = scenarios.Count > 0 && _model.BanOf(technology.Id, scenarios) is null;
            var column = columns[row / VerdictBits.Width];
            columns[row / VerdictBits.Width] = new VerdictBits(
                column.Meets | Bit(row, outcome == Outcome.Meets),
                column.Possible | Bit(row, outcome != Outcome.Fails),
                column.Excused | Bit(row, isExcused));
        }

        return new PreparedNeed(this, need, columns);
    }

    /// <summary>Puts the technologies into the order of their merit.</summary>
    public PreparedGoals Prepare(IReadOnlyList<ScoringGoal> goals)
    {
        var scoring = _model.Definition.Scoring;
        var merits = _technologies
            .Select(technology => Merit.Of(
                Grading.Scores(scoring, technology, goals),
                Grading.Scores(scoring, technology, scoring.Always),
                EffectiveIsolation.Of(_model, technology, []).Effective))
            .ToArray();
        var rows = Enumerable.Range(0, Count).ToArray();
        Array.Sort(rows, (left, right) => RankingOrder.WithinVerdict(merits[left], _technologies[left], merits[right], _technologies[right]));
        return new PreparedGoals(this, goals, Array.ConvertAll(rows, row => new PreparedGoals.Place(_technologies[row], row, merits[row].Shortfall)));
    }

    /// <summary>How a technology stands against needs together, bans included.</summary>
    /// <exception cref="ArgumentException">The model has no such technology, or a need was prepared by another table.</exception>
    public Verdict Verdict(string technologyId, PreparedNeed[] needs)
    {
        var row = RowOf(technologyId);
        return Judge(needs, row / VerdictBits.Width).Of(row);
    }

    /// <summary>The first of the technologies that are shown to meet every need, or null.</summary>
    /// <exception cref="ArgumentException">A need or the goals were prepared by another table.</exception>
    public TechnologyDefinition? Best(PreparedNeed[] needs, PreparedGoals goals)
    {
        var judged = new Judged(this, needs);
        foreach (var place in PlacesOf(goals))
        {
            if (judged.Of(place.Row) == Evaluation.Verdict.Suitable)
            {
                return place.Technology;
            }
        }

        return null;
    }

    /// <summary>Every suitable technology with the shortfall of the best one, the best one first.</summary>
    /// <param name="needs">What must hold.</param>
    /// <param name="goals">What is wished for.</param>
    /// <param name="equallyGood">Takes the technologies.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="ArgumentException">A need or the goals were prepared by another table, or there is less room than <see cref="Count"/>.</exception>
    public int EquallyGood(PreparedNeed[] needs, PreparedGoals goals, TechnologyDefinition[] equallyGood)
    {
        CheckRoom(equallyGood, nameof(equallyGood));
        var judged = new Judged(this, needs);
        var count = 0;
        var shortfall = 0;
        foreach (var place in PlacesOf(goals))
        {
            if (count > 0 && place.Shortfall != shortfall)
            {
                break;
            }

            if (judged.Of(place.Row) == Evaluation.Verdict.Suitable)
            {
                shortfall = place.Shortfall;
                equallyGood[count++] = place.Technology;
            }
        }

        return count;
    }

    /// <summary>All technologies, best first.</summary>
    /// <param name="needs">What must hold.</param>
    /// <param name="goals">What is wished for.</param>
    /// <param name="ranked">Takes the technologies: the suitable ones, then the unproven ones, then the unsuitable ones.</param>
    /// <returns>How many are suitable.</returns>
    /// <exception cref="ArgumentException">A need or the goals were prepared by another table, or there is less room than <see cref="Count"/>.</exception>
    public int Rank(PreparedNeed[] needs, PreparedGoals goals, TechnologyDefinition[] ranked)
    {
        CheckRoom(ranked, nameof(ranked));
        var places = PlacesOf(goals);
        var suitable = Collect(Evaluation.Verdict.Suitable, needs, places, ranked, 0);
        var unproven = Collect(Evaluation.Verdict.Unproven, needs, places, ranked, suitable);
        Collect(Evaluation.Verdict.Unsuitable, needs, places, ranked, unproven);
        return suitable;
    }

    internal Verdict Verdict(string technologyId, PreparedNeed need)
    {
        var row = RowOf(technologyId);
        var word = row / VerdictBits.Width;
        return need.Columns[word].Without(_banned[word]).Of(row);
    }

    /// <summary>The weakest outcome of a need's constraints. Without settings the effective boundary is the technology's own.</summary>
    private static Outcome OutcomeOf(TechnologyDefinition technology, DeclaredNeed need) => need.BindsTechnology
        ? need.Weakest(need.Constraints.Select(constraint => constraint.Against(id => technology.Find(id)?.Value)))
        : Outcome.Meets;

    private int Collect(Verdict verdict, PreparedNeed[] needs, PreparedGoals.Place[] places, TechnologyDefinition[] ranked, int count)
    {
        var judged = new Judged(this, needs);
        foreach (var place in places)
        {
            if (judged.Of(place.Row) == verdict)
            {
                ranked[count++] = place.Technology;
            }
        }

        return count;
    }

    private VerdictBits Judge(PreparedNeed[] needs, int word)
    {
        var bits = VerdictBits.None;
        foreach (var need in needs)
        {
            bits = bits.And(ReferenceEquals(need.Table, this) ? need.Columns[word] : throw OfAnotherTable(nameof(needs)));
        }

        return bits.Without(_banned[word]);
    }

    private int RowOf(string technologyId) => _rows.TryGetValue(technologyId, out var row)
        ? row
        : throw new ArgumentException($"the model has no technology '{technologyId}'", nameof(technologyId));

    private PreparedGoals.Place[] PlacesOf(PreparedGoals goals) => ReferenceEquals(goals.Table, this) ? goals.Places : throw OfAnotherTable(nameof(goals));

    private void CheckRoom(TechnologyDefinition[] room, string parameter)
    {
        if (room.Length < Count)
        {
            throw new ArgumentException($"there is room for {room.Length} technologies, and there are {Count}", parameter);
        }
    }

    private static ArgumentException OfAnotherTable(string parameter) => new("this was prepared by another table", parameter);

    private static ulong Bit(int row, bool isSet) => isSet ? 1UL << (row % VerdictBits.Width) : 0;

    /// <summary>The verdicts on demand, 64 technologies at once: most catalogues are judged in one go.</summary>
    private struct Judged(DecisionTable table, PreparedNeed[] needs)
    {
        private int _word = -1;
        private VerdictBits _bits;

        public Verdict Of(int row)
        {
            if (row / VerdictBits.Width != _word)
            {
                _word = row / VerdictBits.Width;
                _bits = table.Judge(needs, _word);
            }

            return _bits.Of(row);
        }
    }
}
