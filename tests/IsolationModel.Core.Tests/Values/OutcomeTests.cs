using CsCheck;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Values;

public sealed class OutcomeTests
{
    [Theory]
    // The founding document's "<125 ms" also meets "below 125 ms"; Firecracker's own "<=125 ms" does not.
    [InlineData("<125 ms", QuantityComparison.AtMost, "125 ms", Outcome.Meets)]
    [InlineData("<125 ms", QuantityComparison.Below, "125 ms", Outcome.Meets)]
    [InlineData("<=125 ms", QuantityComparison.AtMost, "125 ms", Outcome.Meets)]
    [InlineData("<=125 ms", QuantityComparison.Below, "125 ms", Outcome.May)]
    [InlineData("<=5 MiB", QuantityComparison.AtMost, "5 MB", Outcome.May)]
    [InlineData("<=5 MiB", QuantityComparison.AtMost, "5 MiB", Outcome.Meets)]
    [InlineData("1 ms..10 s", QuantityComparison.AtMost, "125 ms", Outcome.May)]
    [InlineData("60 s..10 min", QuantityComparison.AtMost, "125 ms", Outcome.Fails)]
    [InlineData("125 ms", QuantityComparison.Below, "125 ms", Outcome.Fails)]
    [InlineData(">125 ms", QuantityComparison.AtMost, "125 ms", Outcome.Fails)]
    [InlineData(">=2 GB", QuantityComparison.AtMost, "2 GB", Outcome.May)]
    [InlineData(">=2 GB", QuantityComparison.AtLeast, "2 GB", Outcome.Meets)]
    [InlineData("<2 GB", QuantityComparison.AtLeast, "2 GB", Outcome.Fails)]
    [InlineData("5..15 %", QuantityComparison.AtMost, "5 %", Outcome.May)]
    public void Open_and_closed_ends_decide(string value, QuantityComparison comparison, string limit, Outcome outcome)
    {
        Assert.True(Quantity.TryParse(limit, out var quantity));
        Assert.Equal(outcome, QuantityInterval.Parse(value, out _)!.Against(new QuantityThreshold(comparison, quantity)));
    }

    [Theory]
    [InlineData("10 s..1 s", "reversed")]
    [InlineData("1 s..5 MB", "different")]
    [InlineData("soon", "not a quantity")]
    [InlineData("1..", "not a range")]
    public void A_wrong_range_says_what_is_wrong(string text, string said)
    {
        Assert.Null(QuantityInterval.Parse(text, out var problem));
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2, 2, Outcome.Meets)]
    [InlineData(1, 2, 2, Outcome.May)]
    [InlineData(0, 1, 2, Outcome.Fails)]
    public void Levels_compare_by_both_ends(int low, int high, int needed, Outcome outcome) =>
        Assert.Equal(outcome, new OrdinalInterval(low, high).Against(new OrdinalThreshold(ThresholdSide.AtLeast, needed)));

    [Theory]
    [InlineData(true, "linux,wasi", Outcome.May)]
    [InlineData(true, "linux", Outcome.Meets)]
    [InlineData(true, "linux,windows", Outcome.Fails)]
    [InlineData(false, "windows,linux", Outcome.Meets)]
    [InlineData(false, "windows,wasi", Outcome.May)]
    [InlineData(false, "windows", Outcome.Fails)]
    public void Sets_compare_by_what_they_have_and_may_have(bool needsAll, string items, Outcome outcome)
    {
        var set = new SetInterval(new EquatableArray<string>(["linux"]), new EquatableArray<string>(["wasi"]));
        Assert.Equal(outcome, set.Against(new SetThreshold(needsAll, items.Split(',').ToEquatableArray())));
    }

    [Fact]
    public void Narrowing_an_interval_never_turns_a_certain_outcome_around() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Bool).Sample((a, b, c, d, level, atLeast) =>
        {
            var ends = new[] { a, b, c, d }.Order().ToArray();
            var wide = new OrdinalInterval(ends[0], ends[3]);
            var narrow = new OrdinalInterval(ends[1], ends[2]);
            var threshold = new OrdinalThreshold(atLeast ? ThresholdSide.AtLeast : ThresholdSide.AtMost, level);
            var before = wide.Against(threshold);
            Assert.True(before == Outcome.May || narrow.Against(threshold) == before);
        });

    [Fact]
    public void A_threshold_of_another_kind_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => OrdinalInterval.Yes.Against(new SetThreshold(true, default)));
}
