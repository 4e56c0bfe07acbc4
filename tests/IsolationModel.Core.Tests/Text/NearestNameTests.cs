using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Text;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["untrusted-code", "hostile-tenants", "kernel-exploit", "host-admin"];

    [Theory]
    [InlineData("untrusted-cod", "untrusted-code")]
    [InlineData("untrusted_code", "untrusted-code")]
    [InlineData("UNTRUSTED-CODE", "untrusted-code")]
    [InlineData("untursted-code", "untrusted-code")] // swapped neighbours are one step
    [InlineData("hostadmin", "host-admin")]
    [InlineData("network-policy", null)]
    [InlineData("", null)]
    public void The_meant_name_is_found_and_a_far_one_is_not_guessed(string written, string? meant) =>
        Assert.Equal(meant, NearestName.Of(written, Names));

    [Fact]
    public void Equally_near_names_are_chosen_by_ordinal_order() => Assert.Equal("kata-a", NearestName.Of("kata-x", ["kata-b", "kata-a"]));
}
