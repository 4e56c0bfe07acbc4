using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>Settings above a project, in real builds.</summary>
public sealed class SettingsTests(PackedPackage package)
{
    private const string Found = "app/deploy/web.yaml(5,1): warning ISM1001 [App]";

    [Fact]
    public async Task Settings_above_a_project_hold_for_it_and_each_change_of_them_counts()
    {
        var app = package.Copy("Settings");

        // The level holds, the excluded file is left alone, the old one is told as information, which builds do not print.
        var first = await app.BuildAsync("app/App.csproj");
        Assert.True(first.ExitCode == 0, first.Text);
        Assert.Equal([Found], first.Diagnostics);
        Assert.Contains("IsolationModel: App: 2 descriptors, 2 workloads, 0 needs not shown, 0 undetermined\n", first.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);

        // An overlay beside the settings counts once they list it.
        app.Replace("isolation.json", "\"models\": []", "\"models\": [\"platform.isolation.json\"]");
        Assert.Equal([Found, "app/deploy/web.yaml(5,1): warning ISM1002 [App]"], (await app.BuildAsync("app/App.csproj", "--no-restore")).Diagnostics);

        // The summary line follows, too.
        app.Replace("isolation.json", "\"testdata\"", "\"testdata\", \"legacy\"");
        Assert.Contains("App: 1 descriptor, 1 workload,", (await app.BuildAsync("app/App.csproj", "--no-restore")).Text, StringComparison.Ordinal);

        // A mistake is an error, once, and what is right goes on counting.
        app.Replace("isolation.json", "\"level\": \"high\"", "\"level\": \"hihg\", \"needs\": [\"untrusted-code\"]");
        var broken = await app.BuildAsync("app/App.csproj", "--no-restore");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Contains("isolation.json(3,13): error ISM0203 [App]", broken.Diagnostics);

        Assert.Empty((await app.BuildAsync("app/App.csproj", "--no-restore", "-p:EnableIsolationSettings=false")).Diagnostics);
    }
}
