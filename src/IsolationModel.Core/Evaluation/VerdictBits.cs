namespace IsolationModel.Evaluation;

/// <summary>How up to 64 technologies stand, one bit each; an outcome of several needs together is the AND of theirs.</summary>
/// <param name="Meets">Technologies that meet the needs.</param>
/// <param name="Possible">Technologies that do not fail them.</param>
/// <param name="Excused">Technologies whose ban a declared scenario lifts.</param>
internal readonly record struct VerdictBits(ulong Meets, ulong Possible, ulong Excused)
{
    /// <summary>How many technologies stand in one.</summary>
    public const int Width = 64;

    /// <summary>No need: everything meets it.</summary>
    public static VerdictBits None { get; } = new(ulong.MaxValue, ulong.MaxValue, 0);

    public VerdictBits And(in VerdictBits other) => new(Meets & other.Meets, Possible & other.Possible, Excused | other.Excused);

    /// <summary>A ban that no scenario lifts is a veto.</summary>
    public VerdictBits Without(ulong banned)
    {
        var free = ~banned | Excused;
        return new VerdictBits(Meets & free, Possible & free, Excused);
    }

    /// <summary>What is possible comes before what is met, and each is one step towards suitable.</summary>
    public Verdict Of(int row) => (Verdict)(((Meets >> row) & 1) + ((Possible >> row) & 1));
}
