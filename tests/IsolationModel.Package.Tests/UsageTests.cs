using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>The two usage samples: the same program in the newest C# and in C# 7.3 for .NET Standard 2.0, compiled with warnings as errors, and run.</summary>
public sealed class UsageTests(PackedPackage package)
{
    [Fact]
    public async Task Both_samples_compile_run_and_print_the_same()
    {
        var usage = package.Copy("Usage");
        var overlay = Path.Combine(usage.Folder, "contoso.isolation.json");

        var build = await usage.BuildAsync("Usage.slnx");

        Assert.True(build.ExitCode == 0, build.Text);
        Assert.Empty(build.Diagnostics);
        var modern = await usage.RunAsync("Modern/bin/Debug/net10.0/Modern.dll", overlay);
        var classic = await usage.RunAsync("Classic/bin/Debug/net8.0/Classic.dll", overlay);
        Assert.Equal(modern, classic);
        Assert.Equal(await File.ReadAllLinesAsync(Path.Combine(usage.Folder, "expected.txt"), TestContext.Current.CancellationToken), modern);
    }
}
