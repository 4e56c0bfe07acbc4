using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Containers of Pulumi's Docker provider, whose package does not restore.</summary>
public sealed class PulumiDockerTests
{
    /// <summary>Names of Pulumi.Docker (pulumi-docker, sdk/dotnet/ContainerArgs.cs).</summary>
    private static MetadataReference Library { get; } = Libraries.Stub(
        "Pulumi.Docker",
        """
        using System;
        using System.Collections;
        using System.Collections.Generic;

        namespace Pulumi
        {
            public sealed class InputAttribute : Attribute { public InputAttribute(string name) { } }
            public class Input<T> { public static implicit operator Input<T>(T value) => new Input<T>(); }
            public class InputList<T> : IEnumerable { public void Add(Input<T> item) { } public IEnumerator GetEnumerator() => null; public static implicit operator InputList<T>(T[] items) => new InputList<T>(); }
        }

        namespace Pulumi.Docker.Inputs
        {
            public sealed class ContainerCapabilitiesArgs { private InputList<string> _adds; [Input("adds")] public InputList<string> Adds { get => _adds ??= new(); set => _adds = value; } }
            public sealed class ContainerVolumeArgs { [Input("hostPath")] public Input<string> HostPath { get; set; } [Input("containerPath")] public Input<string> ContainerPath { get; set; } [Input("volumeName")] public Input<string> VolumeName { get; set; } }
            public sealed class ContainerLabelArgs { [Input("label")] public Input<string> Label { get; set; } [Input("value")] public Input<string> Value { get; set; } }
        }

        namespace Pulumi.Docker
        {
            public sealed class ContainerArgs
            {
                [Input("image")] public Input<string> Image { get; set; }
                [Input("name")] public Input<string> Name { get; set; }
                [Input("runtime")] public Input<string> Runtime { get; set; }
                [Input("privileged")] public Input<bool> Privileged { get; set; }
                [Input("pidMode")] public Input<string> PidMode { get; set; }
                [Input("securityOpts")] public InputList<string> SecurityOpts { get; set; } = new();
                [Input("capabilities")] public Input<Inputs.ContainerCapabilitiesArgs> Capabilities { get; set; }
                [Input("volumes")] public InputList<Inputs.ContainerVolumeArgs> Volumes { get; set; } = new();
                [Input("labels")] public InputList<Inputs.ContainerLabelArgs> Labels { get; set; } = new();
            }
            public sealed class Container { public Container(string name, ContainerArgs args) { } }
        }
        """);

    private static string Method(string members) => $$"""
        using Pulumi.Docker;
        using Pulumi.Docker.Inputs;

        public static class Deploy
        {
            public static object Make(string given) => new Container("web", new ContainerArgs { {{members}} });
        }
        """.ReplaceLineEndings("\n");

    public static TheoryData<string, string, string[]> Cases() => new()
    {
        { "untrusted-code", """Image = "nginx" """, ["ISM1001 ContainerArgs"] },
        { "untrusted-code", """Runtime = "runc" """, ["ISM1001 \"runc\""] },
        { "untrusted-code", """Runtime = given """, ["ISM1502 given"] },
        { "level:medium", "Privileged = true", ["ISM2001 true"] },
        { "level:medium", """PidMode = "host" """, ["ISM2001 \"host\""] },
        { "level:medium", """SecurityOpts = { "seccomp=unconfined" } """, ["ISM2001 \"seccomp=unconfined\""] },
        { "level:medium", """SecurityOpts = new[] { "seccomp=unconfined" } """, ["ISM2001 \"seccomp=unconfined\""] },
        { "level:medium", """Capabilities = new ContainerCapabilitiesArgs { Adds = { "SYS_ADMIN" } } """, ["ISM2001 \"SYS_ADMIN\""] },
        { "level:medium", """Volumes = { new ContainerVolumeArgs { HostPath = "/var/run/docker.sock", ContainerPath = "/s" } } """, ["ISM2001 new ContainerVolumeArgs { HostPath = \"/var/run/docker.sock\", ContainerPath = \"/s\" }"] },
        { "level:medium", """Volumes = { new ContainerVolumeArgs { VolumeName = "data", ContainerPath = "/s" } } """, [] },
        { "", """Labels = { new ContainerLabelArgs { Label = "isolationmodel.dev/needs", Value = "untrusted-code" } } """, ["ISM1001 ContainerArgs"] },
        { "", "Privileged = true", [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_container_is_judged_in_the_words_of_the_provider(string needs, string members, string[] findings) =>
        Assert.Equal(findings, (await new CodeTest(Library).Needs(needs).Findings(Method(members))).Where(static finding => !finding.StartsWith("ISM1501", StringComparison.Ordinal)));
}
