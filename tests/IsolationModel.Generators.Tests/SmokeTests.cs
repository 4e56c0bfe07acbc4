using IsolationModel.Generators.Tests.Driving;

namespace IsolationModel.Generators.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void It_runs()
    {
        var result = Project.WithOverlay(Samples.Contoso).Run();
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        Snapshot.Verify("x", string.Join("\n", Project.Sources(result).Select(x => x.Key + "\n" + x.Value)));
    }
}
