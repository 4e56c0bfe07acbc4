using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Benchmarks;

/// <summary>A technology as a program without this product would keep it: the bad ends of its values, and its grades. What is not known is the worst there is.</summary>
public sealed class Candidate
{
    private Candidate(ScoringDefinition scoring, TechnologyDefinition technology, int row)
    {
        Id = technology.Id;
        Row = row;
        Boundary = LowOf(technology, "boundary");
        ResourceLimits = LowOf(technology, "resourceLimits") == 1;
        UnmodifiedOciImage = LowOf(technology, "unmodifiedOciImage") == 1;
        Startup = HighOf(technology, "startup");
        MemoryOverhead = HighOf(technology, "memoryOverhead");
        RunsInKubernetes = Has(technology, "orchestrators", "kubernetes");
        RunsOnX64 = Has(technology, "hostArch", "x86_64");
        RunsLinux = Has(technology, "guestOs", "linux");
        StartupGrade = Grading.Grade(scoring, technology, "startup");
        MemoryGrade = Grading.Grade(scoring, technology, "memoryOverhead");
        LossGrade = Grading.Grade(scoring, technology, "throughputLoss");
    }

    /// <summary>The technology.</summary>
    public string Id { get; }

    /// <summary>Its place in the catalogue.</summary>
    public int Row { get; }

    /// <summary>The lowest level of its boundary.</summary>
    public int Boundary { get; }

    /// <summary>Whether processor and memory can be limited.</summary>
    public bool ResourceLimits { get; }

    /// <summary>Whether images run as they are.</summary>
    public bool UnmodifiedOciImage { get; }

    /// <summary>The longest start-up in seconds.</summary>
    public decimal Startup { get; }

    /// <summary>The largest memory overhead in bytes.</summary>
    public decimal MemoryOverhead { get; }

    /// <summary>Whether Kubernetes starts it.</summary>
    public bool RunsInKubernetes { get; }

    /// <summary>Whether it runs on x86-64.</summary>
    public bool RunsOnX64 { get; }

    /// <summary>Whether its guests are Linux programs.</summary>
    public bool RunsLinux { get; }

    /// <summary>Grade of the start-up time.</summary>
    public int StartupGrade { get; }

    /// <summary>Grade of the memory overhead.</summary>
    public int MemoryGrade { get; }

    /// <summary>Grade of the loss.</summary>
    public int LossGrade { get; }

    /// <summary>Weighted missing grades by <see cref="DecisionCase.Goals"/>.</summary>
    public int Shortfall => (3 * Math.Max(0, 3 - LossGrade)) + (3 * Math.Max(0, 3 - StartupGrade)) + (2 * Math.Max(0, 2 - MemoryGrade));

    /// <summary>Weighted grades; memory counts once more in every ranking.</summary>
    public int Surplus => (3 * LossGrade) + (3 * StartupGrade) + (3 * MemoryGrade);

    /// <summary>The catalogue.</summary>
    public static Candidate[] All(ModelDefinition model) => model.Technologies.Select((technology, row) => new Candidate(model.Scoring, technology, row)).ToArray();

    /// <summary>The first of those that passed a filter.</summary>
    public static Candidate? Best(IEnumerable<Candidate> candidates) => candidates
        .OrderBy(candidate => candidate.Shortfall)
        .ThenByDescending(candidate => candidate.Surplus)
        .ThenByDescending(candidate => candidate.Boundary)
        .ThenBy(candidate => candidate.Row)
        .FirstOrDefault();

    private static int LowOf(TechnologyDefinition technology, string attributeId) => technology.Find(attributeId)?.Value is OrdinalInterval value ? value.Low : -1;

    private static decimal HighOf(TechnologyDefinition technology, string attributeId) =>
        technology.Find(attributeId)?.Value is QuantityInterval { High: { } high } ? high : decimal.MaxValue;

    private static bool Has(TechnologyDefinition technology, string attributeId, string word) =>
        technology.Find(attributeId)?.Value is SetInterval set && set.Has.Contains(word);
}
