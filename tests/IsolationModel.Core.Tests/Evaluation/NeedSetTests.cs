using IsolationModel.Evaluation;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

public sealed class NeedSetTests
{
    [Theory]
    [InlineData("untrusted-code", "untrusted-code")]
    [InlineData(" untrusted-code ,hostile-tenants ", "untrusted-code|hostile-tenants")]
    [InlineData("level:high", "level:high")]
    [InlineData("level: high , untrusted-code", "level:high|untrusted-code")]
    [InlineData("startup<=125ms", "startup <= 125 ms")]
    [InlineData("memory < 64 MiB, loss<=5%", "memory < 64 MiB|loss <= 5 %")]
    [InlineData("untrusted-code,,untrusted-code,", "untrusted-code")]
    [InlineData("", "")]
    public void Needs_are_read(string text, string tokens)
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, text)]);
        Assert.Empty(set.Problems);
        Assert.Equal(tokens, string.Join('|', set.Needs.Select(need => need.Token)));
    }

    [Theory]
    [InlineData("untrusted-code, untrustd-code", 16, 13, "untrusted-code")]
    [InlineData("level:hihg", 0, 10, "level:high")]
    [InlineData("startpu <= 1 s", 0, 7, "startup")]
    [InlineData("high", 0, 4, "level:high")]
    [InlineData("startup = 1 s", 0, 13, null)]
    [InlineData("startup <= 5 MB", 0, 15, null)]
    [InlineData("startup <= soon", 0, 15, null)]
    [InlineData("${NEEDS}", 0, 8, null)]
    [InlineData("whatever", 0, 8, null)]
    public void What_cannot_be_followed_is_told_on_its_exact_token(string text, int start, int length, string? replacement)
    {
        var problem = Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, text)]).Problems);
        Assert.Equal((NeedProblemKind.Unknown, new TextRange(100 + start, length), replacement), (problem.Kind, problem.Range, problem.Replacement));
    }

    [Theory]
    [InlineData(NeedCarrier.Level, "")]
    [InlineData(NeedCarrier.Needs, "")]
    [InlineData(NeedCarrier.Needs, " , ")]
    public void A_key_that_declares_nothing_is_told(NeedCarrier carrier, string text) => Assert.Contains(
        "declares nothing",
        Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, text, carrier) with { Key = "isolationmodel.dev/needs" }]).Problems).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Of_the_levels_the_strongest_holds_and_a_nearer_weaker_one_is_told()
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, "medium", NeedCarrier.Level), TestModel.Declare(NeedScope.Namespace, "high", NeedCarrier.Level)]);
        Assert.Equal("level:high", Assert.Single(set.Needs).Token);
        Assert.Equal(NeedProblemKind.WeakerLevel, Assert.Single(set.Problems).Kind);
    }

    [Fact]
    public void A_nearer_weaker_level_holds_where_its_reason_stands_beside_it()
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, "medium", NeedCarrier.Level, "PS-12"), TestModel.Declare(NeedScope.Namespace, "high", NeedCarrier.Level)]);
        Assert.Equal("level:medium", Assert.Single(set.Needs).Token);
        Assert.Empty(set.Problems);
    }

    [Theory]
    [InlineData(NeedScope.Run, "for the whole run")]
    [InlineData(NeedScope.Model, "by a workload rule of the model")]
    [InlineData(NeedScope.Namespace, "on the namespace")]
    [InlineData(NeedScope.Object, "on the object")]
    public void An_empty_reason_is_none_and_the_stronger_level_is_named_with_its_place(NeedScope scope, string where)
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, "medium", NeedCarrier.Level, string.Empty), TestModel.Declare(scope, "high", NeedCarrier.Level)]);
        Assert.Equal("level:high", Assert.Single(set.Needs).Token);
        Assert.Contains($"'level:high' is declared {where}", Assert.Single(set.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nearer_stronger_level_holds()
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Run, "level:low"), TestModel.Declare(NeedScope.Object, "very-high", NeedCarrier.Level)]);
        Assert.Equal("level:very-high", Assert.Single(set.Needs).Token);
        Assert.Empty(set.Problems);
    }

    [Fact]
    public void Needs_of_all_scopes_hold_together()
    {
        var set = NeedSet.Combine(TestModel.BuiltIn, [TestModel.Declare(NeedScope.Template, "kernel-exploit"), TestModel.Declare(NeedScope.Run, "untrusted-code"), TestModel.Declare(NeedScope.Namespace, "host-admin")]);
        Assert.Equal(["untrusted-code", "host-admin", "kernel-exploit"], set.Needs.Select(need => need.Token));
    }

    [Fact]
    public void A_misspelt_key_is_told_with_the_meant_one()
    {
        var declaration = TestModel.Declare(NeedScope.Template, "high") with { Carrier = NeedCarrier.UnknownKey, Key = "isolationmodel.dev/levl" };
        var problem = Assert.Single(NeedSet.Combine(TestModel.BuiltIn, [declaration]).Problems);
        Assert.Equal("isolationmodel.dev/level", problem.Replacement);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", false)]
    public void A_foreign_annotation_declares_what_the_model_says(string value, bool declares)
    {
        var declaration = TestModel.Declare(NeedScope.Template, value) with { Carrier = NeedCarrier.Foreign, Key = "io.kubernetes.cri.untrusted-workload" };
        Assert.Equal(declares, NeedSet.Combine(TestModel.BuiltIn, [declaration]).Needs.Any(need => need.Token == "untrusted-code"));
    }
}
