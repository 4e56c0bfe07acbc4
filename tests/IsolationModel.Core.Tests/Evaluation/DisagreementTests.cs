using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>How a claim and the evidence beside it differ; an open end excludes itself.</summary>
public sealed class DisagreementTests
{
    [Theory]
    [InlineData("<5 MB", "<5 MB", null)]
    [InlineData("<=125 ms", "<125 ms", DisagreementKind.Wider)] // 125 ms itself was not claimed
    [InlineData("<125 ms", "<=125 ms", DisagreementKind.Narrower)]
    [InlineData("1 MB..100 MB", "<1 MB", DisagreementKind.Apart)]
    [InlineData("1 MB..100 MB", "<=1 MB", DisagreementKind.Wider)]
    [InlineData(">1 s", "1 s", DisagreementKind.Apart)]
    [InlineData(">=1 s", "1 s", DisagreementKind.Wider)]
    [InlineData("1 s", ">1 s", DisagreementKind.Apart)]
    [InlineData(">=1 s", ">1 s", DisagreementKind.Wider)]
    [InlineData(">1 s", ">=1 s", DisagreementKind.Narrower)]
    [InlineData("2 s", ">1 s", DisagreementKind.Narrower)]
    [InlineData("2 s..3 s", "1 s..3 s", DisagreementKind.Narrower)]
    [InlineData("2 s..4 s", "1 s..3 s", DisagreementKind.Wider)]
    [InlineData("4 s..5 s", "1 s..3 s", DisagreementKind.Apart)]
    [InlineData("1 s..2 s", "3 s..4 s", DisagreementKind.Apart)]
    [InlineData(null, "1 s", DisagreementKind.NoEvidence)]
    [InlineData(null, null, null)]
    [InlineData("1 s", null, DisagreementKind.Wider)]
    public void Ranges_differ_by_the_amounts_that_lie_in_them(string? evidence, string? claimed, DisagreementKind? kind) => Assert.Equal(kind, KindOf(Parse(evidence), Parse(claimed)));

    [Theory]
    [InlineData(2, 2, 2, 2, null)]
    [InlineData(2, 3, 2, 2, DisagreementKind.Wider)]
    [InlineData(2, 2, 2, 3, DisagreementKind.Narrower)]
    [InlineData(3, 3, 2, 3, DisagreementKind.Narrower)]
    [InlineData(1, 2, 2, 3, DisagreementKind.Wider)]
    [InlineData(0, 1, 2, 3, DisagreementKind.Apart)]
    [InlineData(4, 5, 2, 3, DisagreementKind.Apart)]
    public void Levels_differ_by_the_levels_that_lie_in_them(int low, int high, int claimedLow, int claimedHigh, DisagreementKind? kind) =>
        Assert.Equal(kind, KindOf(new OrdinalInterval(low, high), new OrdinalInterval(claimedLow, claimedHigh)));

    [Theory]
    [InlineData("linux", "linux", null)]
    [InlineData("linux", "windows", DisagreementKind.Wider)]
    public void Sets_differ_where_they_are_not_the_same(string evidence, string claimed, DisagreementKind? kind) =>
        Assert.Equal(kind, KindOf(new SetInterval(new EquatableArray<string>([evidence]), default), new SetInterval(new EquatableArray<string>([claimed]), default)));

    [Fact]
    public void Ranges_agree_with_what_amounts_show() =>
        Gen.Select(Range, Range).Sample((evidence, claimed) =>
        {
            // Every half step shows whether an amount lies in a range.
            var amounts = Enumerable.Range(0, 20).Select(step => step / 2m).ToList();
            var (found, told) = (amounts.Where(evidence.Contains).ToList(), amounts.Where(claimed.Contains).ToList());
            DisagreementKind? expected = found.SequenceEqual(told) ? null
                : !found.Intersect(told).Any() ? DisagreementKind.Apart
                : found.Except(told).Any() ? DisagreementKind.Wider : DisagreementKind.Narrower;
            Assert.Equal(expected, KindOf(evidence, claimed));
        });

    [Fact]
    public void Families_come_first_and_say_so()
    {
        var all = Disagreement.In(BuiltInModel.Definition);
        var families = all.TakeWhile(each => each.IsFamily).ToList();
        Assert.NotEmpty(families);
        Assert.DoesNotContain(all.Skip(families.Count), each => each.IsFamily);
        Assert.Contains(families, each => each is { Subject: "sandboxing", Value.AttributeId: "boundary" });
    }

    private static Gen<QuantityInterval> Range => Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], Gen.Bool, Gen.Bool, Gen.Int[0, 5], (a, b, lowIsOpen, highIsOpen, kind) =>
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        var isPoint = low == high;
        return new QuantityInterval(Dimension.Time, low, lowIsOpen && !isPoint, kind == 0 ? null : high, kind == 0 || (highIsOpen && !isPoint), "x");
    });

    private static DisagreementKind? KindOf(ValueInterval evidence, ValueInterval claimed)
    {
        var value = RandomCatalogue.Of("startup", evidence) with { Claim = new AttributeClaim(claimed, null, "x", "founding-document") };
        var technology = BuiltInModel.Definition.Technologies[0] with { Values = new EquatableArray<AttributeValue>([value]) };
        return Disagreement.In(RandomCatalogue.Model([technology]).Definition with { Families = default }).SingleOrDefault()?.Kind;
    }

    private static ValueInterval Parse(string? text) => text is null ? UnknownInterval.Instance : QuantityInterval.Parse(text, out _)!;
}
