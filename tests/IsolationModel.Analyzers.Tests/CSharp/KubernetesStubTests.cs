using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Libraries with types for Kubernetes that are not to be had here: stubs with the same names of assemblies, types and members.</summary>
public sealed class KubernetesStubTests
{
    private static readonly MetadataReference Pulumi = Libraries.Stub("Pulumi.Kubernetes", """
        using System;
        using System.Collections.Generic;
        namespace Pulumi
        {
            public sealed class InputAttribute(string name) : Attribute { public string Name => name; }
            public class Input<T> { public static implicit operator Input<T>(T value) => new(); }
            public class InputList<T> : System.Collections.IEnumerable
            {
                public void Add(params Input<T>[] items) { }
                public static implicit operator InputList<T>(T[] value) => new();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
            }
        }
        namespace Pulumi.Kubernetes.Types.Inputs.Core.V1
        {
            public class PodArgs { [Input("metadata")] public Input<Meta.V1.ObjectMetaArgs>? Metadata { get; set; } [Input("spec")] public Input<PodSpecArgs>? Spec { get; set; } }
            public class PodTemplateSpecArgs { [Input("metadata")] public Input<Meta.V1.ObjectMetaArgs>? Metadata { get; set; } [Input("spec")] public Input<PodSpecArgs>? Spec { get; set; } }
            public class PodSpecArgs
            {
                private InputList<ContainerArgs>? containers;
                [Input("runtimeClassName")] public Input<string>? RuntimeClassName { get; set; }
                [Input("hostPID")] public Input<bool>? HostPID { get; set; }
                [Input("containers")] public InputList<ContainerArgs> Containers { get => containers ??= new(); set => containers = value; }
            }
            public class ContainerArgs { [Input("name")] public Input<string>? Name { get; set; } [Input("securityContext")] public Input<SecurityContextArgs>? SecurityContext { get; set; } }
            public class SecurityContextArgs { [Input("privileged")] public Input<bool>? Privileged { get; set; } }
        }
        namespace Pulumi.Kubernetes.Types.Inputs.Meta.V1 { public class ObjectMetaArgs { [Input("name")] public Input<string>? Name { get; set; } } }
        namespace Pulumi.Kubernetes.Types.Inputs.Apps.V1
        {
            public class DeploymentArgs { [Input("spec")] public Input<DeploymentSpecArgs>? Spec { get; set; } }
            public class DeploymentSpecArgs { [Input("template")] public Input<Core.V1.PodTemplateSpecArgs>? Template { get; set; } }
        }
        namespace Pulumi.Kubernetes.Apps.V1 { public class Deployment { public Deployment(string name, Types.Inputs.Apps.V1.DeploymentArgs? args = null) { } } }
        namespace Pulumi.Kubernetes.Core.V1 { public class Pod { public Pod(string name, Types.Inputs.Core.V1.PodArgs? args = null) { } } }
        """);

    private static readonly MetadataReference Aspire = Libraries.Stub("Aspire.Hosting.Kubernetes", """
        using System;
        using System.Collections.Generic;
        namespace YamlDotNet.Serialization { public sealed class YamlMemberAttribute : Attribute { public string? Alias { get; set; } } }
        namespace Aspire.Hosting.Kubernetes.Resources
        {
            using YamlDotNet.Serialization;
            public class ContainerV1 { [YamlMember(Alias = "name")] public string? Name { get; set; } [YamlMember(Alias = "securityContext")] public SecurityContextV1? SecurityContext { get; set; } }
            public class SecurityContextV1 { [YamlMember(Alias = "privileged")] public bool? Privileged { get; set; } }
            public class PodSpecV1
            {
                [YamlMember(Alias = "runtimeClassName")] public string? RuntimeClassName { get; set; }
                [YamlMember(Alias = "hostPID")] public bool? HostPid { get; set; }
                [YamlMember(Alias = "containers")] public List<ContainerV1> Containers { get; } = new();
            }
            public class PodTemplateSpecV1 { [YamlMember(Alias = "spec")] public PodSpecV1 Spec { get; set; } = new(); }
            public class DeploymentSpecV1 { [YamlMember(Alias = "template")] public PodTemplateSpecV1 Template { get; set; } = new(); }
            public abstract class Workload { public abstract PodTemplateSpecV1 PodTemplate { get; } }
            public class Deployment : Workload { [YamlMember(Alias = "spec")] public DeploymentSpecV1 Spec { get; set; } = new(); public override PodTemplateSpecV1 PodTemplate => Spec.Template; }
        }
        namespace Aspire.Hosting.Kubernetes { public class KubernetesResource { public Resources.Workload? Workload { get; set; } } }
        namespace Aspire.Hosting
        {
            public static class KubernetesServiceExtensions { public static T PublishAsKubernetesService<T>(this T builder, Action<Kubernetes.KubernetesResource> configure) => builder; }
        }
        """);

    [Theory]
    [InlineData("""new Deployment("web", new DeploymentArgs { Spec = new DeploymentSpecArgs { Template = new PodTemplateSpecArgs { Spec = new PodSpecArgs { Containers = { new ContainerArgs { Name = "a" } } } } } })""", "ISM1001 Spec")]
    [InlineData("""new Deployment("web", new() { Spec = new DeploymentSpecArgs { Template = new PodTemplateSpecArgs { Spec = new PodSpecArgs { RuntimeClassName = "runc", Containers = new[] { new ContainerArgs { Name = "a" } } } } } })""", "ISM1001 \"runc\"")]
    [InlineData("""new Pod("web", new PodArgs { Spec = new PodSpecArgs { RuntimeClassName = given } })""", "ISM1502 given")]
    public async Task Pulumi_inputs_are_read_as_objects(string making, string finding)
    {
        var code = $$"""
            using Pulumi.Kubernetes.Apps.V1;
            using Pulumi.Kubernetes.Core.V1;
            using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
            using Pulumi.Kubernetes.Types.Inputs.Core.V1;
            public static class Stack { public static object Make(string given) => {{making}}; }
            """;
        Assert.Equal([finding], await new CodeTest(Pulumi).Needs("untrusted-code").WithFile("c.yaml", MarkupTest.RuntimeClass("runc", "runc")).Findings(code));
    }

    [Fact]
    public async Task A_pulumi_resource_has_the_name_of_its_first_argument()
    {
        const string code = """
            using Pulumi.Kubernetes.Core.V1;
            using Pulumi.Kubernetes.Types.Inputs.Core.V1;
            public static class Stack { public static object Make() => new Pod("web", new PodArgs { Spec = new PodSpecArgs() }); }
            """;
        Assert.StartsWith("ISM1001 Pod web-* ", Assert.Single(await new CodeTest(Pulumi).Needs("untrusted-code").Messages(code)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""resource.Workload!.PodTemplate.Spec.RuntimeClassName = "runc";""", "ISM2005 \"runc\"")]
    [InlineData("""resource.Workload!.PodTemplate.Spec.HostPid = true;""", "ISM2005 true")]
    [InlineData("""var spec = resource.Workload!.PodTemplate.Spec; spec.Containers[0].SecurityContext = new SecurityContextV1 { Privileged = true };""", null)]
    [InlineData("""if (resource.Workload is Deployment) { resource.Workload.PodTemplate.Spec.HostPid = true; }""", null)]
    [InlineData("""resource.Workload!.PodTemplate.Spec.RuntimeClassName = "gvisor";""", null)]
    [InlineData("""resource.Workload = new Deployment { Spec = new() { Template = new() { Spec = new PodSpecV1 { RuntimeClassName = "runc" } } } };""", "ISM1001 \"runc\"")]
    public async Task What_aspire_publishes_is_judged_as_far_as_the_code_says_it(string change, string? finding)
    {
        var code = $$"""
            using Aspire.Hosting;
            using Aspire.Hosting.Kubernetes.Resources;
            public static class Host { public static void Make(object api) => api.PublishAsKubernetesService(resource => { {{change}} }); }
            """;
        var test = new CodeTest(Aspire).Needs("untrusted-code").WithFile("c.yaml", MarkupTest.Documents(MarkupTest.RuntimeClass("runc", "runc"), MarkupTest.RuntimeClass("gvisor", "runsc")));
        Assert.Equal(finding is null ? [] : [finding], await test.Findings(code));
    }
}
