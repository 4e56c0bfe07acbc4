using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Containers that code hands to a cloud. The packages are large or do not restore, so that stubs have their names.</summary>
public sealed class CloudTests
{
    /// <summary>Names of Amazon.CDK.Lib (AWS CDK API reference, .NET); written from the documentation.</summary>
    private static MetadataReference Cdk { get; } = Libraries.Stub(
        "Amazon.CDK.Lib",
        """
        namespace Amazon.CDK.AWS.ECS
        {
            using System.Collections.Generic;

            public enum PidMode { HOST, TASK }
            public enum IpcMode { NONE, HOST, TASK }
            public enum NetworkMode { NONE, BRIDGE, AWS_VPC, HOST, NAT }
            public enum Compatibility { EC2, FARGATE, EC2_AND_FARGATE, EXTERNAL }
            public sealed class ContainerImage { public static ContainerImage FromRegistry(string name) => new ContainerImage(); }
            public sealed class LinuxParameters { public LinuxParameters(object scope, string id) { } }
            public interface IContainerDefinitionOptions { }
            public sealed class ContainerDefinitionOptions : IContainerDefinitionOptions
            {
                public ContainerImage Image { get; set; }
                public bool? Privileged { get; set; }
                public string User { get; set; }
                public bool? ReadonlyRootFilesystem { get; set; }
                public string[] DockerSecurityOptions { get; set; }
                public IDictionary<string, string> DockerLabels { get; set; }
                public LinuxParameters LinuxParameters { get; set; }
            }
            public class TaskDefinitionProps { public Compatibility Compatibility { get; set; } public PidMode? PidMode { get; set; } public NetworkMode? NetworkMode { get; set; } }
            public class Ec2TaskDefinitionProps { public PidMode? PidMode { get; set; } public IpcMode? IpcMode { get; set; } public NetworkMode? NetworkMode { get; set; } }
            public class FargateTaskDefinitionProps { public PidMode? PidMode { get; set; } }
            public class TaskDefinition
            {
                public TaskDefinition(object scope, string id, TaskDefinitionProps props) { }
                protected TaskDefinition() { }
                public object AddContainer(string id, IContainerDefinitionOptions props) => this;
            }
            public class Ec2TaskDefinition : TaskDefinition { public Ec2TaskDefinition(object scope, string id, Ec2TaskDefinitionProps props = null) { } }
            public class FargateTaskDefinition : TaskDefinition { public FargateTaskDefinition(object scope, string id, FargateTaskDefinitionProps props = null) { } }
            public class ExternalTaskDefinition : TaskDefinition { public ExternalTaskDefinition(object scope, string id) { } }
        }
        """);

    /// <summary>Names of AWSSDK.ECS (Amazon ECS API reference, RegisterTaskDefinition).</summary>
    private static MetadataReference Ecs { get; } = Libraries.Stub(
        "AWSSDK.ECS",
        """
        using System.Collections.Generic;

        namespace Amazon.Runtime { public class ConstantClass { } }

        namespace Amazon.ECS
        {
            public class PidMode : Amazon.Runtime.ConstantClass
            {
                public static readonly PidMode Host = new PidMode();
                public static readonly PidMode Task = new PidMode();
                public static implicit operator PidMode(string value) => new PidMode();
            }
        }

        namespace Amazon.ECS.Model
        {
            public class RegisterTaskDefinitionRequest
            {
                public string Family { get; set; }
                public List<string> RequiresCompatibilities { get; set; }
                public Amazon.ECS.PidMode PidMode { get; set; }
                public List<Volume> Volumes { get; set; }
                public List<ContainerDefinition> ContainerDefinitions { get; set; }
            }
            public class ContainerDefinition
            {
                public string Name { get; set; }
                public string Image { get; set; }
                public bool? Privileged { get; set; }
                public List<MountPoint> MountPoints { get; set; }
                public LinuxParameters LinuxParameters { get; set; }
                public Dictionary<string, string> DockerLabels { get; set; }
            }
            public class LinuxParameters { public KernelCapabilities Capabilities { get; set; } public List<Device> Devices { get; set; } }
            public class KernelCapabilities { public List<string> Add { get; set; } public List<string> Drop { get; set; } }
            public class Device { public string HostPath { get; set; } public string ContainerPath { get; set; } }
            public class MountPoint { public string SourceVolume { get; set; } public string ContainerPath { get; set; } public bool? ReadOnly { get; set; } }
            public class Volume { public string Name { get; set; } public HostVolumeProperties Host { get; set; } }
            public class HostVolumeProperties { public string SourcePath { get; set; } }
        }
        """);

    /// <summary>Names of Google.Cloud.Run.V2 (its reference).</summary>
    private static MetadataReference CloudRun { get; } = Libraries.Stub(
        "Google.Cloud.Run.V2",
        """
        namespace Google.Cloud.Run.V2
        {
            using System.Collections.Generic;

            public enum ExecutionEnvironment { Unspecified, Gen1, Gen2 }
            public sealed class RevisionTemplate
            {
                public string Revision { get; set; }
                public ExecutionEnvironment ExecutionEnvironment { get; set; }
                public Dictionary<string, string> Annotations { get; } = new();
            }
            public sealed class Service { public RevisionTemplate Template { get; set; } }
        }
        """);

    private static CodeTest Test(string needs) => new CodeTest(Cdk, Ecs, CloudRun).Needs(needs);

    private static string Method(string body) => $$"""
        using System.Collections.Generic;
        using Google.Cloud.Run.V2;
        using Amazon.CDK.AWS.ECS;
        using Amazon.ECS.Model;
        using Device = Amazon.ECS.Model.Device;

        public static class Deploy
        {
            public static object Make(object scope, TaskDefinition outer, ExecutionEnvironment given, bool isDebug)
            {
                {{body}}
            }
        }
        """.ReplaceLineEndings("\n");

    private static async Task<IReadOnlyList<string>> Findings(string needs, string body) =>
        [.. (await Test(needs).Findings(Method(body))).Where(static finding => !finding.StartsWith("ISM1501", StringComparison.Ordinal))];

    public static TheoryData<string, string, string[]> Cases() => new()
    {
        // The type of the task says where it runs.
        { "untrusted-code", """var task = new FargateTaskDefinition(scope, "t"); return task.AddContainer("web", new ContainerDefinitionOptions());""", [] },
        { "untrusted-code", """return new FargateTaskDefinition(scope, "t").AddContainer("web", new ContainerDefinitionOptions());""", [] },
        { "untrusted-code", """var task = new Ec2TaskDefinition(scope, "t"); return task.AddContainer("web", new ContainerDefinitionOptions());""", ["ISM1001 AddContainer"] },
        { "untrusted-code", """return new ExternalTaskDefinition(scope, "t").AddContainer("web", new ContainerDefinitionOptions());""", ["ISM1001 AddContainer"] },
        { "untrusted-code", """return new TaskDefinition(scope, "t", new TaskDefinitionProps { Compatibility = Compatibility.FARGATE }).AddContainer("web", new ContainerDefinitionOptions());""", [] },
        { "untrusted-code", """return new TaskDefinition(scope, "t", new TaskDefinitionProps { Compatibility = Compatibility.EC2_AND_FARGATE }).AddContainer("web", new ContainerDefinitionOptions());""", ["ISM1502 AddContainer"] },
        { "untrusted-code", """return outer.AddContainer("web", new ContainerDefinitionOptions());""", ["ISM1502 AddContainer"] },
        { "untrusted-code", """return new FargateTaskDefinition(scope, "t");""", [] },

        // On instances the settings are Docker's.
        { "level:medium", """return new Ec2TaskDefinition(scope, "t").AddContainer("web", new ContainerDefinitionOptions { Privileged = true });""", ["ISM2001 true"] },
        { "level:medium", """var options = new ContainerDefinitionOptions { User = "1000" }; options.Privileged = true; return new Ec2TaskDefinition(scope, "t").AddContainer("web", options);""", ["ISM2001 true"] },
        { "level:medium", """return new Ec2TaskDefinition(scope, "t", new Ec2TaskDefinitionProps { PidMode = PidMode.HOST }).AddContainer("web", new ContainerDefinitionOptions());""", ["ISM2001 PidMode.HOST"] },
        { "level:medium", """return new Ec2TaskDefinition(scope, "t", new Ec2TaskDefinitionProps { PidMode = PidMode.TASK, NetworkMode = NetworkMode.BRIDGE }).AddContainer("web", new ContainerDefinitionOptions());""", [] },
        { "level:medium", """return new Ec2TaskDefinition(scope, "t").AddContainer("web", new ContainerDefinitionOptions { DockerSecurityOptions = new[] { "seccomp:unconfined" } });""", ["ISM2001 \"seccomp:unconfined\""] },
        { "level:medium", """return new Ec2TaskDefinition(scope, "t").AddContainer("web", new ContainerDefinitionOptions { Privileged = isDebug, LinuxParameters = new Amazon.CDK.AWS.ECS.LinuxParameters(scope, "l") });""", [] },

        // Fargate refuses what reaches for its host.
        { "level:medium", """return new FargateTaskDefinition(scope, "t").AddContainer("web", new ContainerDefinitionOptions { Privileged = true });""", ["ISM1004 true"] },
        { "level:medium", """return new FargateTaskDefinition(scope, "t", new FargateTaskDefinitionProps { PidMode = PidMode.HOST }).AddContainer("web", new ContainerDefinitionOptions());""", ["ISM1004 PidMode.HOST"] },

        // What a definition is checked for is not where it runs.
        { "untrusted-code", """return new RegisterTaskDefinitionRequest { ContainerDefinitions = [new ContainerDefinition { Name = "web" }] };""", ["ISM1001 RegisterTaskDefinitionRequest"] },
        { "untrusted-code", """return new RegisterTaskDefinitionRequest { RequiresCompatibilities = ["EC2"], ContainerDefinitions = [new ContainerDefinition { Name = "web" }] };""", ["ISM1001 RegisterTaskDefinitionRequest"] },
        { "untrusted-code", """return new RegisterTaskDefinitionRequest { RequiresCompatibilities = ["FARGATE"], ContainerDefinitions = [new ContainerDefinition { Name = "web" }] };""", ["ISM1502 RegisterTaskDefinitionRequest"] },
        { "untrusted-code", """return new RegisterTaskDefinitionRequest { Family = "empty" };""", [] },
        { "level:medium", """return new RegisterTaskDefinitionRequest { PidMode = Amazon.ECS.PidMode.Host, ContainerDefinitions = [new ContainerDefinition { Name = "web" }] };""", ["ISM2001 Amazon.ECS.PidMode.Host"] },
        { "level:medium", """return new RegisterTaskDefinitionRequest { PidMode = "host", ContainerDefinitions = [new ContainerDefinition { Name = "web" }] };""", ["ISM2001 \"host\""] },
        { "level:medium", """return new RegisterTaskDefinitionRequest { ContainerDefinitions = [new ContainerDefinition { LinuxParameters = new() { Capabilities = new KernelCapabilities { Add = ["SYS_ADMIN"] } } }] };""", ["ISM2001 \"SYS_ADMIN\""] },
        { "level:medium", """var request = new RegisterTaskDefinitionRequest { ContainerDefinitions = new List<ContainerDefinition>() }; request.ContainerDefinitions.Add(new ContainerDefinition { Privileged = true }); return request;""", ["ISM2001 true"] },
        {
            "level:medium",
            """return new RegisterTaskDefinitionRequest { Volumes = [new Volume { Name = "s", Host = new HostVolumeProperties { SourcePath = "/var/run/docker.sock" } }], ContainerDefinitions = [new ContainerDefinition { MountPoints = [new MountPoint { SourceVolume = "s", ContainerPath = "/s" }] }] };""",
            ["ISM2001 \"/var/run/docker.sock\""]
        },

        // A generation of Cloud Run is a technology; the second one, and none, are not known to the model.
        { "untrusted-code", """return new RevisionTemplate { ExecutionEnvironment = ExecutionEnvironment.Gen1 };""", [] },
        { "untrusted-code", """return new Service { Template = new() { ExecutionEnvironment = ExecutionEnvironment.Gen1 } };""", [] },
        { "untrusted-code", """var template = new RevisionTemplate(); template.ExecutionEnvironment = ExecutionEnvironment.Gen1; return template;""", [] },
        { "untrusted-code", """return new RevisionTemplate { ExecutionEnvironment = ExecutionEnvironment.Gen2 };""", ["ISM1502 ExecutionEnvironment.Gen2"] },
        { "untrusted-code", """return new RevisionTemplate();""", ["ISM1502 RevisionTemplate"] },
        { "untrusted-code", """return new RevisionTemplate { ExecutionEnvironment = given };""", ["ISM1502 given"] },
        { "hostile-tenants", """return new RevisionTemplate { Annotations = { ["isolationmodel.dev/needs"] = "untrusted-cod" } };""", ["ISM1101 untrusted-cod", "ISM1502 RevisionTemplate"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_runs_it_is_told_as_far_as_it_is_known(string needs, string body, string[] findings) => Assert.Equal(findings.Order(), (await Findings(needs, body)).Order());

    [Theory]
    [InlineData("""return outer.AddContainer("web", new ContainerDefinitionOptions());""", "the launch type of the service decides")]
    [InlineData("""return new RevisionTemplate { ExecutionEnvironment = ExecutionEnvironment.Gen2 };""", "the second generation is a micro virtual machine")]
    [InlineData("""return new RevisionTemplate();""", "Google picks gVisor or a micro virtual machine")]
    public async Task Why_it_is_not_known_is_told(string body, string reason) =>
        Assert.Contains(reason, Assert.Single(await Test("untrusted-code").Messages(Method(body))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""return new Ec2TaskDefinition(scope, "t").AddContainer("web", new ContainerDefinitionOptions { Privileged = true });""")]
    [InlineData("""return new RevisionTemplate();""")]
    public async Task Without_needs_nothing_is_told(string body) => Assert.Empty(await new CodeTest(Cdk, Ecs, CloudRun).Findings(Method(body)));
}
