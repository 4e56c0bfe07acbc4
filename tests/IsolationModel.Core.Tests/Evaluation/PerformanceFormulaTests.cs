using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>P = (T_s + T_e) / R_c as the founding document writes it, and the companion C = (T_s + T_e) * R_c, which orders.</summary>
public sealed class PerformanceFormulaTests
{
    private static readonly ModelDefinition ByDocument = BuiltInModel.Definition.By(Evidence.FoundingDocument);

    [Theory]
    // One second of native work; P in s/MB, C in GB*s.
    [InlineData("60 s", "10 %", "512 MB", "0.1194", "31.29")] // virtualisation
    [InlineData("500 ms", "2 %", "10 MB", "0.1520", "0.01520")] // containerisation
    [InlineData("100 ms", "5 %", "5 MB", "0.2305", "0.005763")] // sandboxing
    [InlineData("125 ms", "5 %", "5 MB", "0.2355", "0.005888")] // Firecracker
    [InlineData("1 s", "10 %", "128 MB", "0.01649", "0.2702")] // Kata Containers
    [InlineData("1 ms", "5 %", "1 MB", "1.054", "0.001054")] // WasmEdge
    [InlineData("1.14 s", "10 %", "19.6 MB", "0.1149", "0.04412")] // gVisor
    public void The_documents_inputs_give_these_figures(string startup, string loss, string memory, string documentRatio, string resourceTime)
    {
        var figures = Of(startup, loss, memory)!;
        Assert.Equal((documentRatio, resourceTime), (FourDigits(figures.DocumentRatio.Typical), FourDigits(figures.ResourceTime.Typical)));
        Assert.Equal(("s/MB", "GB*s"), (figures.DocumentRatio.Unit, figures.ResourceTime.Unit));
    }

    [Theory]
    [InlineData("virtualization", "0.1194", "31.29", "0.006105", "6.012", "6.105", "6012")]
    [InlineData("containerization", "0.1520", "0.01520", "0.01001", "61.05", "0.001001", "6.105")]
    [InlineData("sandboxing", "0.2303", "0.005758", "0.2002", "2.053", "0.001001", "0.01026")]
    public void Families_have_the_figures_of_the_document(string family, string ratio, string time, string ratioLow, string ratioHigh, string timeLow, string timeHigh)
    {
        var figures = PerformanceFormula.Of(ByDocument.Families.Single(entry => entry.Id == family))!;
        Assert.Equal(
            (ratio, ratioLow, ratioHigh),
            (FourDigits(figures.DocumentRatio.Typical), FourDigits(figures.DocumentRatio.Low), FourDigits(figures.DocumentRatio.High)));
        Assert.Equal(
            (time, timeLow, timeHigh),
            (FourDigits(figures.ResourceTime.Typical), FourDigits(figures.ResourceTime.Low), FourDigits(figures.ResourceTime.High)));
    }

    [Fact]
    public void Only_the_companion_says_what_the_document_concludes()
    {
        var (machine, container) = (Family("virtualization"), Family("containerization"));
        // "Containers are better in all three terms": C says so; by P, read as a cost, the virtual machine is the better one.
        Assert.True(container.ResourceTime.Typical < machine.ResourceTime.Typical);
        Assert.True(container.DocumentRatio.Typical > machine.DocumentRatio.Typical);

        static PerformanceFigures Family(string id) => PerformanceFormula.Of(ByDocument.Families.Single(entry => entry.Id == id))!;
    }

    [Fact]
    public void Work_of_an_hour_counts_by_its_own_length()
    {
        Assert.Equal("7.930", FourDigits(Of("60 s", "10 %", "512 MB", 3600)!.DocumentRatio.Typical));
        Assert.Equal("367.4", FourDigits(Of("500 ms", "2 %", "10 MB", 3600)!.DocumentRatio.Typical));
    }

    [Fact]
    public void Of_two_where_one_dominates_the_companion_is_never_wrong_and_the_document_ratio_is_a_coin_toss()
    {
        var preferred = 0;
        var pairs = 0;
        Gen.Select(Exponent, Exponent, Exponent, Exponent).Sample((startup, memory, slower, larger) =>
        {
            var better = Of(Amount(startup, "s"), "5 %", Amount(memory, "MB"))!;
            var worse = Of(Amount(startup + slower, "s"), "5 %", Amount(memory + larger, "MB"))!;
            Assert.True(better.ResourceTime.Typical < worse.ResourceTime.Typical);
            pairs++;
            preferred += better.DocumentRatio.Typical < worse.DocumentRatio.Typical ? 1 : 0;
        }, seed: "0N0XIzNsQ0O2", iter: 2000, threads: 1);
        Assert.InRange(preferred, pairs / 4, pairs * 3 / 4);
    }

    [Theory]
    [InlineData(null, "5 %", "5 MB")]
    [InlineData("1 s", null, "5 MB")]
    [InlineData("1 s", "5 %", null)]
    public void An_unknown_input_gives_no_figures(string? startup, string? loss, string? memory) => Assert.Null(Of(startup, loss, memory));

    [Theory]
    [InlineData(">=1 s", "5 %", "5 MB", false, false)]
    [InlineData("1 s", "5..100 %", "5 MB", false, false)] // nothing is left of the throughput
    [InlineData("1 s", "5 %", ">5 MB", true, false)]
    [InlineData("1 s", "5 %", "<=5 MB", false, true)] // memory may be next to nothing
    [InlineData("1 s", "5 %", "1..5 MB", true, true)]
    public void A_figure_has_an_upper_end_where_its_inputs_give_one(string startup, string loss, string memory, bool ratioHasEnd, bool timeHasEnd)
    {
        var figures = Of(startup, loss, memory)!;
        Assert.Equal((ratioHasEnd, timeHasEnd), (figures.DocumentRatio.High is not null, figures.ResourceTime.High is not null));
    }

    [Fact]
    public void A_typical_amount_stands_for_the_range_and_without_one_the_bad_end_does()
    {
        Assert.Equal(Of("2 s", "0 %", "10 MB")!.ResourceTime.Typical, Of("1 s..2 s", "0 %", "5 MB..10 MB")!.ResourceTime.Typical);
        Assert.Equal(
            Of("1 s", "0 %", "10 MB")!.ResourceTime.Typical,
            PerformanceFormula.Of(Technology([Cell("startup", "1 s..2 s", "1 s"), Cell("throughputLoss", "0..50 %", "0 %"), Cell("memoryOverhead", "5 MB..20 MB", "10 MB")]))!.ResourceTime.Typical);
        Assert.Null(Of(">1 s", "0 %", "5 MB")!.ResourceTime.Typical);
    }

    [Fact]
    public void The_figures_of_every_typical_value_lie_within_those_of_its_ranges() => Assert.All(
        BuiltInModel.Definition.Technologies.Concat(ByDocument.Technologies).Select(technology => PerformanceFormula.Of(technology)).OfType<PerformanceFigures>(),
        figures => Assert.All([figures.DocumentRatio, figures.ResourceTime], figure =>
        {
            Assert.True(figure.Low >= 0);
            Assert.True(figure.High is null || figure.Low <= figure.High);
            Assert.True(figure.Typical is null || (figure.Low <= figure.Typical && (figure.High is null || figure.Typical <= figure.High)));
        }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_001)]
    public void Work_takes_some_time(long seconds) => Assert.Throws<ArgumentOutOfRangeException>(() => Of("1 s", "5 %", "5 MB", seconds));

    [Fact]
    public void No_amounts_make_it_throw() =>
        Gen.Select(Extreme(["us", "ms", "s", "h"]), Extreme(["%"]), Extreme(["B", "MB", "GiB"]), Gen.OneOf(0.0000000000000000000000000001m, 0.000001m, 1m, 1_000_000_000_000m))
            .Sample((startup, loss, memory, seconds) =>
            {
                var figures = Of(startup, loss, memory, seconds)!;
                Assert.True(figures.DocumentRatio.Low >= 0 && figures.ResourceTime.Low >= 0);
                Assert.True(figures.DocumentRatio.High is null || figures.DocumentRatio.High >= figures.DocumentRatio.Low);
                Assert.True(figures.ResourceTime.High is null || figures.ResourceTime.High >= figures.ResourceTime.Low);
            });

    private static Gen<int> Exponent => Gen.Int[1, 100_000];

    private static Gen<string> Extreme(string[] units)
    {
        var amount = Gen.Select(Gen.OneOf("0", "0.000001", "1", "99.999999", "100", "100.000001", "999999999999.999999"), Gen.OneOf(units), (number, unit) => $"{number} {unit}");
        return Gen.Select(amount, amount, Gen.Int[0, 4], (low, high, kind) => kind switch
        {
            0 => low,
            1 => "<" + low,
            2 => ">" + low,
            3 => ">=" + low,
            _ => QuantityInterval.Parse($"{low}..{high}", out _) is null ? $"{high}..{low}" : $"{low}..{high}",
        });
    }

    private static string Amount(int number, string unit) => $"{number} {unit}";

    private static PerformanceFigures? Of(string? startup, string? loss, string? memory, decimal nativeSeconds = 1) =>
        PerformanceFormula.Of(Technology([Cell("startup", startup), Cell("throughputLoss", loss), Cell("memoryOverhead", memory)]), nativeSeconds);

    private static AttributeValue Cell(string attribute, string? text, string? typical = null) => RandomCatalogue.Of(
        attribute,
        text is null ? UnknownInterval.Instance : QuantityInterval.Parse(text, out _)!,
        typical is null ? null : QuantityInterval.Parse(typical, out _));

    private static TechnologyDefinition Technology(IEnumerable<AttributeValue> values) =>
        new("t", new LocalizedText("T"), "runtime", 0, "vm", values.OrderBy(value => value.AttributeId, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>Four significant digits, as the table of the semantics has them.</summary>
    private static string? FourDigits(decimal? figure)
    {
        if (figure is not { } value)
        {
            return null;
        }

        var decimals = value == 0 ? 0 : Math.Clamp(3 - (int)Math.Floor(Math.Log10((double)value)), 0, 20);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, System.Globalization.CultureInfo.InvariantCulture);
    }
}
