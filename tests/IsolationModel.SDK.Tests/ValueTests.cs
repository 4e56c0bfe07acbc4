using IsolationModel.Values;

namespace IsolationModel.SDK.Tests;

/// <summary>Typed values: operators are true only where something is shown.</summary>
public sealed class ValueTests
{
    [Fact]
    public void A_boundary_compares_with_levels()
    {
        Assert.True(Technologies.GVisor.Boundary >= Boundary.SoftwareSandbox);
        Assert.True(Technologies.GVisor.Boundary >= Boundary.None);
        Assert.True(Technologies.GVisor.Boundary <= Boundary.SoftwareSandbox);
        Assert.False(Technologies.GVisor.Boundary >= Boundary.HardwareVm);
        Assert.False(Technologies.Runc.Boundary >= Boundary.SoftwareSandbox);
        Assert.True(Technologies.Firecracker.Boundary >= Boundary.HardwareVm);
    }

    [Fact]
    public void A_range_of_levels_shows_only_what_its_weaker_end_reaches()
    {
        var boundary = Technologies.Runwasi.Boundary;

        Assert.Equal((Boundary.SharedKernel, Boundary.SoftwareSandbox), (boundary.Low, boundary.High));
        Assert.Equal(("shared-kernel", "software-sandbox"), (boundary.LowId, boundary.HighId));
        Assert.False(boundary.IsExact);
        Assert.False(boundary >= Boundary.SoftwareSandbox);
        Assert.False(boundary <= Boundary.SharedKernel);
        Assert.True(boundary >= Boundary.SharedKernel);
        Assert.Equal(Outcome.May, boundary.Against(Boundary.SoftwareSandbox));
        Assert.Equal(Outcome.May, boundary.Against("software-sandbox"));
        Assert.Equal(Outcome.Fails, boundary.Against(Boundary.HardwareVm));
        Assert.Equal("shared-kernel..software-sandbox", boundary.ToString());
        Assert.Throws<ArgumentException>(() => boundary.Against("software-sandpit"));
    }

    [Fact]
    public void A_quantity_compares_with_limits_of_its_dimension()
    {
        var startup = Technologies.Firecracker.Startup;

        Assert.True(startup <= Quantities.Milliseconds(125));
        Assert.False(startup <= Quantities.Milliseconds(124));
        Assert.False(startup >= Quantities.Milliseconds(125));
        Assert.Equal(Outcome.May, startup.Against(QuantityComparison.Below, Quantities.Microseconds(125_000)));
        Assert.Equal(Outcome.Fails, startup.Against(QuantityComparison.AtLeast, Quantities.Seconds(1)));
        Assert.Equal(Quantities.Seconds(0.125m), startup.High);
        Assert.Equal(Quantities.Seconds(0), startup.Low);
        var error = Assert.Throws<ArgumentException>(() => startup <= Quantities.Mebibytes(5));
        Assert.Contains("'startup' measures time, but 5 MiB measures information", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantities_are_exact()
    {
        Assert.True(Technologies.GVisor.ThroughputLoss.High == Quantities.Percent(80.6m));
        Assert.Equal("80.6 %", Technologies.GVisor.ThroughputLoss.High.ToString());
        Assert.True(Quantities.Mebibytes(1) > Quantities.Megabytes(1));
        Assert.True(Quantities.Gibibytes(1) > Quantities.Gigabytes(1));
        Assert.Equal(Quantities.Minutes(1), Quantities.Seconds(60));
    }

    [Fact]
    public void A_capability_is_there_or_absent_or_conditional()
    {
        Assert.True(Technologies.GVisor.UnmodifiedOciImage.IsYes);
        Assert.True(Technologies.GVisor.Embeddable.IsNo);
        Assert.True(Technologies.GVisor.Gpu.IsConfigurable);
        Assert.False(Technologies.GVisor.Gpu.IsYes || Technologies.GVisor.Gpu.IsNo);
        Assert.Contains("nvproxy", Technologies.GVisor.Gpu.Condition, StringComparison.Ordinal);
        Assert.Equal(Outcome.Fails, Technologies.GVisor.Embeddable.Against(present: true));
    }

    [Fact]
    public void A_set_holds_words_for_certain_or_maybe()
    {
        var guests = Technologies.Runwasi.GuestOs;

        Assert.Equal([Vocabulary.GuestOs.Wasi], guests.Has);
        Assert.Equal([Vocabulary.GuestOs.Linux], guests.Maybe);
        Assert.True(guests.Contains(Vocabulary.GuestOs.Wasi));
        Assert.False(guests.Contains(Vocabulary.GuestOs.Linux));
        Assert.Equal(Outcome.May, guests.AgainstAll(Vocabulary.GuestOs.Wasi, Vocabulary.GuestOs.Linux));
        Assert.Equal(Outcome.Meets, guests.AgainstAny(Vocabulary.GuestOs.Wasi, Vocabulary.GuestOs.Windows));
        Assert.Equal(Outcome.Fails, guests.AgainstAny(Vocabulary.GuestOs.Windows));
    }

    [Fact]
    public void Unknown_shows_nothing()
    {
        var memory = Technologies.GVisor.NodeMemory;

        Assert.False(memory.IsKnown);
        Assert.False(memory <= Quantities.Gigabytes(1000));
        Assert.False(memory >= Quantities.Gigabytes(0));
        Assert.Equal(Outcome.Unknown, memory.Against(QuantityComparison.AtMost, Quantities.Gigabytes(1000)));
        Assert.Null(memory.High);
        Assert.Equal("unknown", memory.ToString());
    }

    [Fact]
    public void A_value_says_where_it_comes_from()
    {
        var loss = Technologies.GVisor.ThroughputLoss;

        Assert.Contains(loss.Sources, source => source.Id == "gv-csv" && source.Title.StartsWith("gVisor", StringComparison.Ordinal) && source.Url is not null);
        Assert.Equal("性能损失：<10%", loss.Claim!.Text);
        Assert.Equal("<10 %", loss.Claim.ToString());
        Assert.Equal("founding-document", loss.Claim.SourceId);
        Assert.NotNull(loss.Note);
        Assert.Equal("10 %", loss.Typical!.Text);
        Assert.Same(loss, Technologies.GVisor.Get(Attributes.ThroughputLoss));
    }

    [Fact]
    public void A_technology_says_what_it_is()
    {
        var gvisor = Technologies.GVisor;

        Assert.Equal(("gvisor", "gVisor", "runtime", "application-kernel"), (gvisor.Id, gvisor.Name, gvisor.Kind, gvisor.MechanismId));
        Assert.Same(Mechanisms.ApplicationKernel, gvisor.Mechanism);
        Assert.Equal([Families.Sandboxing], gvisor.Families);
        Assert.Equal(["runsc"], gvisor.Aliases);
        Assert.NotEmpty(gvisor.Summary);
        Assert.Equal("gVisor (gvisor)", gvisor.ToString());
        Assert.Null(gvisor.Find("nothing"));
    }

    [Fact]
    public void No_public_type_is_named_like_a_namespace()
    {
        var types = typeof(Technology).Assembly.GetExportedTypes().Concat(typeof(Quantity).Assembly.GetExportedTypes()).ToList();
        var segments = types.SelectMany(type => type.Namespace!.Split('.')).ToHashSet(StringComparer.Ordinal);

        Assert.All(types, type => Assert.DoesNotContain(type.Name, segments));
    }
}
