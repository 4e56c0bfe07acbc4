using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Values;

/// <summary>Ends of intervals: which amounts and levels lie in them, and how computed ones are written.</summary>
public sealed class IntervalTests
{
    [Theory]
    [InlineData(0, 0, 0, Outcome.Meets)] // "is: no" of a capability
    [InlineData(0, 1, 0, Outcome.May)]
    [InlineData(1, 1, 0, Outcome.Fails)]
    [InlineData(1, 2, 2, Outcome.Meets)]
    [InlineData(2, 3, 2, Outcome.May)]
    [InlineData(3, 4, 2, Outcome.Fails)]
    public void Levels_compare_from_above_as_well(int low, int high, int allowed, Outcome outcome) =>
        Assert.Equal(outcome, new OrdinalInterval(low, high).Against(new OrdinalThreshold(ThresholdSide.AtMost, allowed)));

    [Theory]
    [InlineData("1 s", QuantityComparison.AtLeast, "2 s", Outcome.Fails)]
    [InlineData("1 s..2 s", QuantityComparison.AtLeast, "2 s", Outcome.May)]
    [InlineData("1 s..3 s", QuantityComparison.AtLeast, "2 s", Outcome.May)]
    [InlineData("<3 s", QuantityComparison.AtLeast, "2 s", Outcome.May)]
    [InlineData(">3 s", QuantityComparison.AtLeast, "3 s", Outcome.Meets)]
    [InlineData("1 s..2 s", QuantityComparison.Below, "3 s", Outcome.Meets)]
    [InlineData("1 s..4 s", QuantityComparison.Below, "3 s", Outcome.May)]
    [InlineData("<4 s", QuantityComparison.Below, "3 s", Outcome.May)]
    public void Quantities_compare_by_both_ends(string value, QuantityComparison comparison, string limit, Outcome outcome)
    {
        Assert.True(Quantity.TryParse(limit, out var quantity));
        Assert.Equal(outcome, QuantityInterval.Parse(value, out _)!.Against(new QuantityThreshold(comparison, quantity)));
    }

    [Theory]
    [InlineData("1 s..2 s", 1, true)]
    [InlineData("1 s..2 s", 2, true)]
    [InlineData("1 s..2 s", 3, false)]
    [InlineData("1 s..2 s", 0, false)]
    [InlineData("<2 s", 2, false)]
    [InlineData("<2 s", 0, true)]
    [InlineData("<=2 s", 2, true)]
    [InlineData(">1 s", 1, false)]
    [InlineData(">1 s", 2, true)]
    [InlineData(">=1 s", 1, true)]
    [InlineData(">=1 s", 1000000, true)]
    public void An_open_end_excludes_itself(string interval, int seconds, bool contains) => Assert.Equal(contains, QuantityInterval.Parse(interval, out _)!.Contains(seconds));

    [Theory]
    [InlineData(1, false, null, ">=1 s")]
    [InlineData(1, true, null, ">1 s")]
    [InlineData(2, false, 2, "2 s")]
    [InlineData(0, false, 0, "0 s")]
    [InlineData(0, false, 90, "<=1.5 min")]
    [InlineData(1, false, 7200, "1 s..2 h")]
    public void A_computed_interval_is_written_as_people_write_it(int low, bool lowIsOpen, int? high, string text) =>
        Assert.Equal(text, QuantityInterval.Of(Dimension.Time, low, lowIsOpen, high, false).Text);

    [Fact]
    public void An_open_upper_end_and_a_share_are_written_as_such()
    {
        Assert.Equal("<2 s", QuantityInterval.Of(Dimension.Time, 0, false, 2, true).Text);
        Assert.Equal("0 %..5 %", QuantityInterval.Of(Dimension.Ratio, 0, false, 0.05m, false).Text);
        Assert.Equal("1 B..1.5 kB", QuantityInterval.Of(Dimension.Information, 1, false, 1500, false).Text);
    }

    [Theory]
    [InlineData("..5 s")]
    [InlineData("x..5 s")]
    [InlineData("1 parsec..5 s")]
    [InlineData("0.1234567 s..5 s")]
    public void A_wrong_first_end_makes_no_range(string text)
    {
        Assert.Null(QuantityInterval.Parse(text, out var problem));
        Assert.Contains("us ms s min h B kB MB GB KiB MiB GiB %", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quantity_is_shown_as_it_was_written()
    {
        Assert.True(Quantity.TryParse(" 1.50ms", out var quantity));
        Assert.True(Quantity.TryParse("1500 us", out var same));
        Assert.Equal("1.5 ms", quantity.ToString());
        Assert.False(quantity != same);
        Assert.True(quantity == same);
    }
}
