using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Values;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("125 ms", "0.125")]
    [InlineData("5MiB", "5242880")]
    [InlineData(" 0.4 % ", "0.004")]
    [InlineData("999999999999.999999 GiB", "1073741823999999998926.258176")]
    [InlineData("1.5 h", "5400")]
    [InlineData("3 us", "0.000003")]
    public void Amounts_are_exact_in_base_units(string text, string expected)
    {
        Assert.True(Quantity.TryParse(text, out var quantity));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), quantity.BaseAmount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ms")]
    [InlineData("5")]
    [InlineData("5 parsec")]
    [InlineData("-5 ms")]
    [InlineData("5. ms")]
    [InlineData(".5 ms")]
    [InlineData("5 MS")]
    [InlineData("1,5 s")]
    [InlineData("1e3 s")]
    [InlineData("1000000000000000 s")]
    [InlineData("0.1234567 s")]
    public void Anything_else_is_no_quantity(string text) => Assert.False(Quantity.TryParse(text, out _));

    [Fact]
    public void Mebibytes_are_more_than_megabytes()
    {
        Assert.True(Quantity.TryParse("5 MiB", out var mebibytes));
        Assert.True(Quantity.TryParse("5 MB", out var megabytes));
        Assert.True(mebibytes > megabytes);
        Assert.NotEqual(mebibytes, megabytes);
    }

    [Fact]
    public void Quantities_of_different_dimensions_do_not_compare()
    {
        Assert.True(Quantity.TryParse("5 s", out var time));
        Assert.True(Quantity.TryParse("5 B", out var memory));
        Assert.Throws<ArgumentException>(() => time < memory);
    }
}
