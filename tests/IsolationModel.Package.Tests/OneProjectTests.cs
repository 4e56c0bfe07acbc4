using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>One project, from its first build to the mended one.</summary>
public sealed class OneProjectTests(PackedPackage package)
{
    private const string Place = "deploy/api.k8s.yaml(12,25)";
    private const string Found =
        "ISM1001: Deployment shop/api needs 'level:high', which requires boundary at least software-sandbox, "
        + "but runs on runc (RuntimeClass 'plain' with handler 'runc'), which gives shared-kernel";

    [Fact]
    public async Task A_project_is_judged_typed_extended_and_mended()
    {
        var app = package.Copy("OneProject");

        // The first build: one warning. The vault is silent, because the overlay knows its runtime class.
        var first = await app.BuildAsync("App.csproj");
        Assert.True(first.ExitCode == 0, first.Text);
        Assert.StartsWith(Message("warning"), Assert.Single(first.Messages), StringComparison.Ordinal);
        Assert.Contains("IsolationModel: App: 3 descriptors, 2 workloads, 0 needs not shown, 0 undetermined\n", first.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(
            ["gVisor is a sandbox: True", "runc is a sandbox: False", "Contoso Vault is a virtual machine: True"],
            await app.RunAsync("bin/Debug/net10.0/App.dll"));

        // What no longer holds of the runtime class is found by the next build.
        app.Replace("contoso.isolation.json", "{ \"technology\": \"contoso-vault\" }", "{ \"technology\": \"gvisor\" }");
        app.Replace("deploy/api.k8s.yaml", "runtimeClassName: plain", "runtimeClassName: vault");
        var second = await app.BuildAsync("App.csproj", "--no-restore");
        Assert.Equal(["deploy/vault.yaml(8,21): warning ISM1001 [App]"], second.Diagnostics);

        // Warnings as errors stop the build.
        app.Replace("deploy/api.k8s.yaml", "runtimeClassName: vault", "runtimeClassName: plain");
        app.Replace("contoso.isolation.json", "{ \"technology\": \"gvisor\" }", "{ \"technology\": \"contoso-vault\" }");
        var strict = await app.BuildAsync("App.csproj", "--no-restore", "-p:TreatWarningsAsErrors=true");
        Assert.NotEqual(0, strict.ExitCode);
        Assert.StartsWith(Message("error"), Assert.Single(strict.Messages), StringComparison.Ordinal);

        // The fix lets it pass, and nothing is said any more.
        app.Replace("deploy/api.k8s.yaml", "runtimeClassName: plain", "runtimeClassName: gvisor");
        var mended = await app.BuildAsync("App.csproj", "--no-restore", "-p:TreatWarningsAsErrors=true");
        Assert.True(mended.ExitCode == 0, mended.Text);
        Assert.Empty(mended.Diagnostics);
    }

    private static string Message(string severity) => $"{Place}: {severity} {Found}";
}
