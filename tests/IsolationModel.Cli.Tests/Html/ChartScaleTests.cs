using IsolationModel.Cli.Output.Html;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Cli.Tests.Html;

public sealed class ChartScaleTests
{
    [Fact]
    public void Amounts_that_span_decades_stand_by_their_logarithms_between_whole_decades()
    {
        var scale = Scale(Dimension.Time, "5 us..3 ms", "1 s");

        Assert.True(scale.IsLogarithmic);
        Assert.Equal(["1 us", "10 us", "100 us", "1 ms", "10 ms", "100 ms", "1 s"], scale.Ticks.Select(static tick => tick.Label));
        Assert.Equal([0, 0.5, 1], new[] { 0.000001m, 0.001m, 1m }.Select(amount => Math.Round(scale.At(amount), 9)));
    }

    [Theory]
    [InlineData(Dimension.Ratio, "0 %..80.6 %", "0 %,10 %,20 %,30 %,40 %,50 %,60 %,70 %,80 %,90 %")]
    [InlineData(Dimension.Ratio, "0.1 %..5 %", "0 %,0.5 %,1 %,1.5 %,2 %,2.5 %,3 %,3.5 %,4 %,4.5 %,5 %")]
    [InlineData(Dimension.Time, "100 ms..250 ms", "0 ms,50 ms,100 ms,150 ms,200 ms,250 ms")]
    public void Other_amounts_stand_from_zero(Dimension dimension, string range, string ticks)
    {
        var scale = Scale(dimension, range);

        Assert.False(scale.IsLogarithmic);
        Assert.Equal(ticks.Replace("0 ms,50", "0 us,50", StringComparison.Ordinal), string.Join(',', scale.Ticks.Select(static tick => tick.Label)));
        Assert.Equal(0, scale.At(0));
    }

    [Fact]
    public void What_lies_beyond_an_end_stands_at_the_end()
    {
        var scale = Scale(Dimension.Time, "1 ms..10 s");

        Assert.Equal([0, 0, 1, 1], new[] { 0m, 0.0001m, 10m, 100m }.Select(scale.At));
    }

    [Fact]
    public void A_claim_has_room_beside_the_value()
    {
        var value = Value("1 ms..10 ms") with { Claim = new AttributeClaim(Quantity("60 s"), null, "slow", "founding-document") };

        Assert.Equal("100 s", ChartScale.Of(Dimension.Time, [value])!.Ticks[^1].Label);
    }

    [Fact]
    public void Without_an_amount_there_is_no_axis() => Assert.Null(ChartScale.Of(Dimension.Time, [Value("1 s") with { Value = UnknownInterval.Instance }]));

    private static ChartScale Scale(Dimension dimension, params string[] ranges) => ChartScale.Of(dimension, ranges.Select(Value))!;

    private static AttributeValue Value(string range) => new("startup", Quantity(range), null, null, null, default, null, null);

    private static QuantityInterval Quantity(string text) => QuantityInterval.Parse(text, out _)!;
}
