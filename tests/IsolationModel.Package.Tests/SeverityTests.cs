using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>The table of severities in the documentation, as real builds.</summary>
public sealed class SeverityTests(SeverityGroup group) : IClassFixture<SeverityGroup>
{
    [Fact]
    public void Each_way_to_set_a_severity_does_what_is_documented() => Assert.Equal(
        SeverityGroup.Cases.Select(static item => (item.Name, item.Yaml, item.Code)),
        SeverityGroup.Cases.Select(item => (item.Name, group.SeverityOf(item.Name, "api.yaml"), group.SeverityOf(item.Name, "Deployment.cs"))));

    [Fact]
    public void Nothing_else_is_told() => Assert.DoesNotContain(group.Log.Diagnostics, static line => !line.Contains(" ISM1001 ", StringComparison.Ordinal));
}
