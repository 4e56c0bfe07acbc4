using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Container resources of .NET Aspire, and the services that its Compose publisher writes.</summary>
public sealed class AspireTests
{
    private const string Daemon = """{ "runtimes": { "runsc": { "path": "/usr/local/bin/runsc" }, "plain": { "path": "/usr/bin/runc" } } }""";

    /// <summary>Names of the package that does not restore (dotnet/aspire, src/Aspire.Hosting.Docker).</summary>
    private static MetadataReference ComposePublisher { get; } = Libraries.Stub(
        "Aspire.Hosting.Docker",
        """
        using System;
        using System.Collections.Generic;
        using Aspire.Hosting.ApplicationModel;

        [AttributeUsage(AttributeTargets.Property)]
        public sealed class YamlMemberAttribute : Attribute { public string Alias { get; set; } }

        namespace Aspire.Hosting.Docker
        {
            public sealed class DockerComposeServiceResource { }
        }

        namespace Aspire.Hosting.Docker.Resources.ComposeNodes
        {
            public sealed class Service
            {
                [YamlMember(Alias = "image")] public string Image { get; set; }
                [YamlMember(Alias = "pid")] public string Pid { get; set; }
                [YamlMember(Alias = "network_mode")] public string NetworkMode { get; set; }
                [YamlMember(Alias = "cap_add")] public List<string> CapAdd { get; set; } = new();
                [YamlMember(Alias = "security_opt")] public List<string> SecurityOpt { get; set; } = new();
                [YamlMember(Alias = "privileged")] public bool? Privileged { get; set; }
                [YamlMember(Alias = "read_only")] public bool? ReadOnly { get; set; }
            }
        }

        namespace Aspire.Hosting
        {
            public static class DockerComposeServiceExtensions
            {
                public static IResourceBuilder<T> PublishAsDockerComposeService<T>(this IResourceBuilder<T> builder, Action<Docker.DockerComposeServiceResource, Docker.Resources.ComposeNodes.Service> configure) where T : IComputeResource => builder;
            }
        }
        """,
        Libraries.AspireHosting);

    private static CodeTest Test(string needs) => new CodeTest(Libraries.AspireHosting, ComposePublisher).WithFile("daemon.json", Daemon).Needs(needs);

    private static string Method(string body) => $$"""
        using System.Threading.Tasks;
        using Aspire.Hosting;
        using Aspire.Hosting.ApplicationModel;
        using Aspire.Hosting.Docker.Resources.ComposeNodes;

        public static class Host
        {
            private const string Sandbox = "--runtime=runsc";

            public static object Make(IDistributedApplicationBuilder builder, IResourceBuilder<ContainerResource> outer, bool isDebug, string given)
            {
                {{body}}
            }
        }
        """.ReplaceLineEndings("\n");

    private static async Task<IReadOnlyList<string>> Findings(string needs, string body, params string[] without) =>
        [.. (await Test(needs).Findings(Method(body))).Where(finding => !finding.StartsWith("ISM1501", StringComparison.Ordinal) && !without.Any(id => finding.StartsWith(id, StringComparison.Ordinal)))];

    public static TheoryData<string, string[]> Runtimes() => new()
    {
        { """return builder.AddContainer("web", "nginx");""", ["ISM1001 AddContainer"] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=runsc");""", [] },
        { """return builder.AddContainer("web", "nginx", "1.27").WithEntrypoint("sh").WithContainerRuntimeArgs("--runtime", "runsc").WithImageTag("2");""", [] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs(Sandbox);""", [] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=plain");""", ["ISM1001 plain"] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs(new[] { "--runtime", "plain" });""", ["ISM1001 \"plain\""] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=" + given);""", ["ISM1502 \"--runtime=\" + given"] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs(given);""", ["ISM1502 given"] },
        { """var web = builder.AddContainer("web", "nginx"); web.WithContainerRuntimeArgs("--runtime=runsc"); return web;""", [] },
        { """var web = builder.AddContainer("web", "nginx"); if (isDebug) { web.WithContainerRuntimeArgs("--runtime=runsc"); } return web;""", ["ISM1502 web.WithContainerRuntimeArgs(\"--runtime=runsc\")"] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs(context => { context.Args.Add("--runtime"); context.Args.Add("plain"); });""", ["ISM1001 \"plain\""] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs(context => { context.Args.Add("--runtime=plain"); return Task.CompletedTask; });""", ["ISM1001 plain"] },
        { """return new object[] { builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=runsc"), builder.AddContainer("db", "nginx") };""", ["ISM1001 AddContainer"] },
        { """return outer.WithContainerRuntimeArgs("--init");""", [] },
        { """return builder.AddParameter("a");""", [] },
    };

    [Theory]
    [MemberData(nameof(Runtimes))]
    public async Task Runtime_arguments_pick_the_runtime(string body, string[] findings) => Assert.Equal(findings, await Findings("untrusted-code", body, "ISM1009"));

    public static TheoryData<string, string[]> Settings() => new()
    {
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--privileged");""", ["ISM2001 \"--privileged\""] },
        { """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--cap-add", "SYS_ADMIN");""", ["ISM2001 \"SYS_ADMIN\""] },
        { """return builder.AddContainer("web", "nginx").WithBindMount("/var/run/docker.sock", "/var/run/docker.sock");""", ["ISM2001 \"/var/run/docker.sock\""] },
        { """return builder.AddContainer("web", "nginx").WithBindMount("/var/run/docker.sock", given, isReadOnly: true);""", ["ISM2001 \"/var/run/docker.sock\""] },
        { """return builder.AddContainer("web", "nginx").WithVolume("data", "/d");""", [] },
        { """return outer.WithContainerRuntimeArgs("--privileged");""", ["ISM2005 \"--privileged\""] },
        { """return outer.PublishAsDockerComposeService((resource, service) => service.Privileged = true);""", ["ISM2005 true"] },
        { """return outer.PublishAsDockerComposeService((resource, service) => { service.CapAdd.Add("SYS_ADMIN"); });""", ["ISM2005 \"SYS_ADMIN\""] },
        { """return outer.PublishAsDockerComposeService((resource, service) => { service.Pid = "host"; service.ReadOnly = true; });""", ["ISM2005 \"host\""] },
        { """return outer.PublishAsDockerComposeService((resource, service) => service.ReadOnly = true);""", [] },
        { """return new Service { Image = "a", SecurityOpt = { "seccomp=unconfined" } };""", ["ISM2001 \"seccomp=unconfined\""] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_that_weakens_is_found_where_it_is_written(string body, string[] findings) => Assert.Equal(findings, await Findings("level:medium", body));

    /// <summary>Runtime arguments hold in run mode alone (learn.microsoft.com/dotnet/api, WithContainerRuntimeArgs).</summary>
    public static TheoryData<string, string, string[]> Published() => new()
    {
        { "untrusted-code", """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=runsc");""", ["ISM1009 WithContainerRuntimeArgs"] },
        { "untrusted-code", """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=plain");""", ["ISM1001 plain"] },
        { "untrusted-code", """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--init");""", ["ISM1001 AddContainer"] },
        { "level:low", """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=runsc");""", [] },
        { "", """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=runsc");""", [] },
        { "untrusted-code", """return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--runtime=runsc").PublishAsDockerComposeService((resource, service) => service.ReadOnly = true);""", [] },
        { "untrusted-code", """return System.Diagnostics.Process.Start("docker", "run --runtime=runsc nginx")!;""", [] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public async Task A_need_that_rests_on_what_publishing_drops_is_told(string needs, string body, string[] findings) => Assert.Equal(findings, await Findings(needs, body));

    [Fact]
    public async Task A_resource_goes_by_its_name() => Assert.Contains(
        await Test("untrusted-code").Messages(Method("""return builder.AddContainer("web", "nginx");""")), message => message.Contains("container web ", StringComparison.Ordinal));

    [Fact]
    public async Task Without_needs_nothing_is_told() =>
        Assert.Empty(await new CodeTest(Libraries.AspireHosting, ComposePublisher).Findings(Method("""return builder.AddContainer("web", "nginx").WithContainerRuntimeArgs("--privileged").WithBindMount("/var/run/docker.sock", "/s");""")));
}
