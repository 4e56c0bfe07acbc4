using IsolationModel.Data;

namespace IsolationModel.Core.Tests.Data;

/// <summary>Scalars as the API server reads them (sigs.k8s.io/yaml, goyaml.v2, resolve.go).</summary>
public sealed class DataScalarTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+7", 7)]
    [InlineData("1000", 1000)]
    [InlineData("1_000", 1000)]
    [InlineData("0x3E8", 1000)]
    [InlineData("0X3e8", 1000)]
    [InlineData("-0x10", -16)]
    [InlineData("0o20", 16)]
    [InlineData("020", 16)]
    [InlineData("000", 0)]
    [InlineData("0_0", 0)]
    [InlineData("08", 8)]
    [InlineData("0b101", 5)]
    [InlineData("0.0", 0)] // kubectl 1.32 sends whole fractions as integers
    [InlineData("1e3", 1000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("0x7fffffffffffffff", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Unquoted_integers_have_many_spellings(string text, long value) => Assert.Equal(value, Plain(text).AsInteger());

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("_1")]
    [InlineData("0x")]
    [InlineData("0xg")]
    [InlineData("0o8")]
    [InlineData("0b2")]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("1 000")]
    [InlineData("1,000")]
    [InlineData("٣")]
    [InlineData("9223372036854775808")]
    [InlineData("0x8000000000000000")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("--1")]
    [InlineData(".inf")]
    [InlineData("true")]
    [InlineData("null")]
    public void Other_texts_are_no_integers(string text) => Assert.Null(Plain(text).AsInteger());

    [Fact]
    public void A_quoted_integer_is_text() => Assert.Null(new DataScalar(default, "0", isPlain: false, -1).AsInteger());

    private static DataScalar Plain(string text) => new(default, text, isPlain: true, -1);
}
