using IsolationModel.Package.Tests.Support;

namespace IsolationModel.Package.Tests;

/// <summary>The two usage samples: the same program in the newest C# and in C# 7.3 for .NET Standard 2.0, compiled with warnings as errors, and run.</summary>
public sealed class UsageTests(PackedPackage package)
{
    /// <summary>Lines whose facts the model will not change lightly.</summary>
    private static readonly string[] Expected =
    [
        "use Firecracker; equally good: wasmedge",
        "firecracker: short by 0, surplus 18, suitable",
        "docker: throughputLoss: 2*max(0,2-3) + startup: 3*max(0,3-2) = 3",
        "privileged in Docker: none",
        "on known nodes: hardware-vm",
        "own kernel",
        "nobody knows",
        "Kata runs on cloud-hypervisor, dragonball, firecracker, qemu-kvm, stratovirt",
        "hostile-tenants, patchTime <= 24 h: Contoso Vault: Suitable",
        "same model: True",
        "WorkloadDescriptor payments: Contoso Vault: Suitable",
        "WorkloadDescriptor reviews: runc: Unsuitable, ISM1001, left is none, use gvisor",
    ];

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
        Assert.All(Expected, line => Assert.True(modern.Contains(line, StringComparer.Ordinal), $"'{line}' is not among:\n{string.Join('\n', modern)}"));
    }
}
