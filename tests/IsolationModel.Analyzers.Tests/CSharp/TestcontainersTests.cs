using IsolationModel.Analyzers.Tests.Support;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Containers that Testcontainers starts.</summary>
public sealed class TestcontainersTests
{
    private const string Daemon = """{ "runtimes": { "runsc": { "path": "/usr/local/bin/runsc" }, "plain": { "path": "/usr/bin/runc" } } }""";

    private static CodeTest Test(string needs) => new CodeTest(Libraries.Testcontainers, Libraries.DockerDotNetEnhanced, K3s).WithFile("daemon.json", Daemon).Needs(needs);

    /// <summary>The module's builder, whose package is not needed for its name alone.</summary>
    private static Microsoft.CodeAnalysis.MetadataReference K3s { get; } = Libraries.Stub(
        "Testcontainers.K3s",
        """
        namespace Testcontainers.K3s
        {
            using Docker.DotNet.Models;
            using DotNet.Testcontainers.Builders;
            using DotNet.Testcontainers.Configurations;
            using DotNet.Testcontainers.Containers;

            public abstract class K3sBuilder : ContainerBuilder<K3sBuilder, IContainer, IContainerConfiguration>
            {
                protected K3sBuilder() : base(null!) { }

                public static K3sBuilder Create() => null!;
            }

            public abstract class DatabaseBuilder : ContainerBuilder<DatabaseBuilder, IContainer, IContainerConfiguration>
            {
                protected DatabaseBuilder() : base(null!) { }

                public abstract DatabaseBuilder WithDatabase(string name);
            }
        }
        """,
        Libraries.Testcontainers,
        Libraries.DockerDotNetEnhanced);

    private static string Method(string body) => $$"""
        using System.Collections.Generic;
        using Docker.DotNet.Models;
        using DotNet.Testcontainers.Builders;
        using DotNet.Testcontainers.Configurations;
        using DotNet.Testcontainers.Containers;
        using DotNet.Testcontainers.Images;

        public static class Deploy
        {
            private const string Sandbox = "runsc";
            private static readonly ContainerBuilder Shared = new ContainerBuilder("field").WithPrivileged(true);

            public static object Make(bool isDebug, string given, ContainerBuilder outer)
            {
                {{body}}
            }

            private static ContainerBuilder Builder() => new ContainerBuilder("method").WithPrivileged(true);

            private static ContainerBuilder WithSandbox(this ContainerBuilder builder) => builder.WithCreateParameterModifier(p => p.HostConfig.Runtime = "runsc");

            private static ContainerBuilder WithSecrets(this ContainerBuilder builder)
            {
                if (Sandbox.Length > 3)
                {
                    builder = builder.WithPrivileged(true);
                }

                return builder;
            }

            private static void UseSandbox(CreateContainerParameters parameters) => parameters.HostConfig.Runtime = Sandbox;
        }
        """.ReplaceLineEndings("\n");

    private static async Task<IReadOnlyList<string>> Findings(string needs, string body) =>
        [.. (await Test(needs).Findings(Method(body))).Where(static finding => !finding.StartsWith("ISM1501", StringComparison.Ordinal))];

    public static TheoryData<string, string[]> Runtimes() => new()
    {
        { """return new ContainerBuilder("a").Build();""", ["ISM1001 ContainerBuilder"] },
        { """return new ContainerBuilder().WithImage("a").WithName("web").Build();""", ["ISM1001 ContainerBuilder"] },
        { """ContainerBuilder builder = new("a"); return builder.Build();""", ["ISM1001 new"] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(p => p.HostConfig.Runtime = "runsc").Build();""", [] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(p => { p.HostConfig.Runtime = Sandbox; }).WithPortBinding(80, true).Build();""", [] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(delegate (CreateContainerParameters p) { p.HostConfig.Runtime = "plain"; }).Build();""", ["ISM1001 \"plain\""] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(UseSandbox).Build();""", [] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(Local).Build(); static void Local(CreateContainerParameters p) => p.HostConfig.Runtime = "plain";""", ["ISM1001 \"plain\""] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(p => p.HostConfig = new HostConfig { Runtime = "plain" }).Build();""", ["ISM1001 \"plain\""] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(p => p.HostConfig.Runtime = "plain").WithCreateParameterModifier(p => p.HostConfig.Runtime = "runsc").Build();""", [] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(p => p.HostConfig.Runtime = given).Build();""", ["ISM1502 given"] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(p => { if (isDebug) { p.HostConfig.Runtime = "plain"; } }).Build();""", ["ISM1502 p.HostConfig.Runtime = \"plain\""] },
        { """System.Action<CreateContainerParameters> change = p => { }; return new ContainerBuilder("a").WithCreateParameterModifier(change).Build();""", ["ISM1502 new ContainerBuilder(\"a\").WithCreateParameterModifier(change)"] },
        { """var builder = new ContainerBuilder("a"); builder = builder.WithSandbox(); return builder.Build();""", [] },
        { """var builder = new ContainerBuilder("a"); if (isDebug) { builder = builder.WithSandbox(); } return builder.Build();""", ["ISM1502 builder.WithCreateParameterModifier(p => p.HostConfig.Runtime = \"runsc\")"] },
        { """return new ContainerBuilder("a").WithSandbox().Build();""", [] },
        { """return new ContainerBuilder("a").WithSecrets().Build();""", ["ISM1502 new ContainerBuilder(\"a\").WithSecrets()"] },
        { """return Builder().WithSandbox().Build();""", [] },
        { """return new ContainerBuilder("a");""", [] },
        { """return outer.Build();""", [] },
    };

    [Theory]
    [MemberData(nameof(Runtimes))]
    public async Task The_runtime_stands_in_a_modifier(string body, string[] findings) => Assert.Equal(findings, await Findings("untrusted-code", body));

    public static TheoryData<string, string[]> Settings() => new()
    {
        { """return new ContainerBuilder("a").WithPrivileged(true).Build();""", ["ISM2001 true"] },
        { """return new ContainerBuilder("a").WithPrivileged(true).WithPrivileged(false).Build();""", [] },
        { """const bool All = true; return new ContainerBuilder("a").WithPrivileged(All).Build();""", ["ISM2001 All"] },
        { """return new ContainerBuilder("a").WithPrivileged(isDebug).Build();""", [] },
        { """return new ContainerBuilder("a").WithBindMount("/var/run/docker.sock", "/var/run/docker.sock").Build();""", ["ISM2001 \"/var/run/docker.sock\""] },
        { """return new ContainerBuilder("a").WithBindMount("/var/run/docker.sock", "/s", AccessMode.ReadOnly).Build();""", ["ISM2001 \"/var/run/docker.sock\""] },
        { """return new ContainerBuilder("a").WithBindMount(destination: "/s", source: "/run/containerd/containerd.sock").Build();""", ["ISM2001 \"/run/containerd/containerd.sock\""] },
        { """return new ContainerBuilder("a").WithVolumeMount("data", "/data").WithTmpfsMount("/tmp").WithResourceMapping("/var/run/docker.sock", "/s").WithNetwork("n").Build();""", [] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(p => p.HostConfig.CapAdd = new List<string> { "SYS_ADMIN" }).Build();""", ["ISM2001 \"SYS_ADMIN\""] },
        { """return new ContainerBuilder("a").WithCreateParameterModifier(p => p.HostConfig.PidMode = "host").Build();""", ["ISM2001 \"host\""] },
        { """var builder = new ContainerBuilder("a").WithPrivileged(true); var other = builder.WithPrivileged(false); return other.Build();""", [] },
        { """return Shared.Build();""", ["ISM2001 true"] },
        { """return Builder().Build();""", ["ISM2001 true"] },
        { """return outer.WithPrivileged(true).Build();""", ["ISM2005 true"] },
        { """return outer.WithImage("b").Build();""", [] },
        { """return Testcontainers.K3s.K3sBuilder.Create().WithPrivileged(true).Build();""", ["ISM2005 true"] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_that_weakens_is_found_where_it_is_written(string body, string[] findings) => Assert.Equal(findings, await Findings("level:medium", body));

    [Theory]
    [InlineData("""WithLabel("isolationmodel.dev/needs", "untrusted-code")""", "ISM1001 ContainerBuilder")]
    [InlineData("""WithLabel(new Dictionary<string, string> { ["isolationmodel.dev/needs"] = "untrusted-code" })""", "ISM1001 ContainerBuilder")]
    [InlineData("""WithLabel("isolationmodel.dev/needs", "untrusted-cod")""", "ISM1101 untrusted-cod")]
    public async Task Needs_stand_in_labels(string label, string finding) =>
        Assert.Equal([finding], await Findings(string.Empty, $"return new ContainerBuilder(\"a\").{label}.Build();"));

    [Fact]
    public async Task Without_needs_nothing_is_told() =>
        Assert.Empty(await new CodeTest(Libraries.Testcontainers, Libraries.DockerDotNetEnhanced).Findings(Method("""return new ContainerBuilder("a").WithPrivileged(true).WithBindMount("/var/run/docker.sock", "/s").Build();""")));
}
