using IsolationModel.Cli.Tests.Support;

namespace IsolationModel.Cli.Tests;

/// <summary><c>model validate</c> and <c>model diff</c>.</summary>
public sealed class ModelCheckTests
{
    [Fact]
    public void The_built_in_model_is_sound()
    {
        using var workspace = new Workspace();

        var text = workspace.Run("model", "validate");
        var json = workspace.Run("model", "validate", "--format", "json");

        Assert.Equal(0, text.ExitCode);
        Assert.EndsWith("no mistakes, every scenario is answered as expected\n", text.Output, StringComparison.Ordinal);
        Assert.True(json.Json().GetProperty("valid").GetBoolean());
        Assert.Equal(7, json.Json().GetProperty("scenarios").GetArrayLength());
    }

    [Fact]
    public void Mistakes_are_located()
    {
        using var workspace = new Workspace();
        workspace.Add("policy.isolation.json", Samples.Mistaken);

        var text = workspace.Run("model", "validate", "policy.isolation.json");
        var json = workspace.Run("model", "validate", "policy.isolation.json", "--format", "json");

        Assert.Equal(2, text.ExitCode);
        Assert.Contains("policy.isolation.json(4,18): error ISM0003: there is no technology 'dokcer'; did you mean 'docker'?\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("scenarios are not checked", text.Output, StringComparison.Ordinal);
        Assert.Equal(2, json.ExitCode);
        Assert.Equal(4, json.Json().GetProperty("findings")[0].GetProperty("startLine").GetInt32());
        Assert.False(json.Json().GetProperty("valid").GetBoolean());
    }

    [Fact]
    public void An_overlay_that_takes_a_scenarios_answer_away_is_told()
    {
        using var workspace = new Workspace();
        workspace.Add("policy.isolation.json", Samples.Policy);

        var text = workspace.Run("model", "validate", "policy.isolation.json");
        var json = workspace.Run("model", "validate", "policy.isolation.json", "--format", "json").Json();

        Assert.Equal(1, text.ExitCode);
        Assert.Contains("no: the overlay changes that", text.Output, StringComparison.Ordinal);
        Assert.Contains("the ban of runc ended on 2026-06-30", text.Output, StringComparison.Ordinal);
        var missed = Assert.Single(json.GetProperty("scenarios").EnumerateArray(), scenario => !scenario.GetProperty("met").GetBoolean());
        Assert.Equal("multi-tenant-cloud", missed.GetProperty("scenario").GetString());
        Assert.True(missed.GetProperty("changedByOverlay").GetBoolean());
        Assert.Equal("runc", json.GetProperty("endedBans")[0].GetProperty("technology").GetString());
    }

    [Fact]
    public void A_difference_is_told_in_entries_and_in_verdicts()
    {
        using var workspace = new Workspace();
        workspace.Add("policy.isolation.json", Samples.Policy);

        var text = workspace.Run("model", "diff", "policy.isolation.json");
        var json = workspace.Run("model", "diff", "policy.isolation.json", "--format", "json").Json();

        Assert.Equal(1, text.ExitCode);
        Assert.Contains("isolation-model 0.1.0 -> contoso 1.0.0", text.Output, StringComparison.Ordinal);
        Assert.Contains("values.startup: 1 ms..10 s, typical 1.144 s", text.Output, StringComparison.Ordinal);
        Assert.Contains("-> <=900 ms", text.Output, StringComparison.Ordinal);
        var entries = json.GetProperty("entries").EnumerateArray().ToDictionary(entry => $"{entry.GetProperty("section")}/{entry.GetProperty("id")}", entry => entry.GetProperty("change").GetString());
        Assert.Equal("added", entries["technologies/contoso-strong"]);
        Assert.Equal("changed", entries["technologies/gvisor"]);
        Assert.Equal("added", entries["forbidden/qemu-kvm"]);
        Assert.Contains(json.GetProperty("verdicts").EnumerateArray(), change =>
            change.GetProperty("need").GetString() == "hostile-tenants" && change.GetProperty("technology").GetString() == "qemu-kvm"
            && change.GetProperty("before").GetString() == "suitable" && change.GetProperty("after").GetString() == "unsuitable");
        Assert.DoesNotContain(json.GetProperty("verdicts").EnumerateArray(), change => change.GetProperty("technology").GetString() == "runc");
    }

    [Fact]
    public void Two_overlays_are_compared_with_each_other()
    {
        using var workspace = new Workspace();
        workspace.Add("a.isolation.json", Samples.Policy)
            .Add("b.isolation.json", Samples.Policy.Replace("<=900 ms\" } } },", "<=800 ms\" } } },", StringComparison.Ordinal));

        var same = workspace.Run("model", "diff", "a.isolation.json", "a.isolation.json");
        var other = workspace.Run("model", "diff", "a.isolation.json", "b.isolation.json", "--format", "json");

        Assert.Equal(0, same.ExitCode);
        Assert.Contains("no differences", same.Output, StringComparison.Ordinal);
        Assert.Equal(1, other.ExitCode);
        var property = Assert.Single(Assert.Single(other.Json().GetProperty("entries").EnumerateArray()).GetProperty("properties").EnumerateArray());
        Assert.Equal("<=900 ms", property.GetProperty("before").GetString());
        Assert.Equal("<=800 ms", property.GetProperty("after").GetString());
    }

    [Fact]
    public void Claims_that_differ_from_the_evidence_are_listed()
    {
        using var workspace = new Workspace();

        var text = workspace.Run("model", "diff", "--claims");
        var json = workspace.Run("model", "diff", "--claims", "--format", "json").Json();

        Assert.Equal(1, text.ExitCode);
        var kata = json.GetProperty("claims").EnumerateArray().Single(claim => claim.GetProperty("subject").GetString() == "kata" && claim.GetProperty("attribute").GetString() == "memoryOverhead");
        Assert.Equal("apart", kata.GetProperty("kind").GetString());
        Assert.Contains("contradiction", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Overlays_with_mistakes_are_not_compared()
    {
        using var workspace = new Workspace();
        workspace.Add("policy.isolation.json", Samples.Mistaken);

        var run = workspace.Run("model", "diff", "policy.isolation.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("policy.isolation.json(4,18): error ISM0003", run.Error, StringComparison.Ordinal);
    }
}
