using System.Text;
using IsolationModel.Analyzers.Tests.Support;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.Tests.CSharp;

/// <summary>Container groups of Azure Container Instances that code describes. The packages do not restore everywhere, so that stubs have their names.</summary>
public sealed class AzureTests
{
    /// <summary>The policy of a sample of the Azure SDK: <c>{"allow_all": true, "containers": {…}}</c>.</summary>
    private const string SamplePolicy = "eyJhbGxvd19hbGwiOiB0cnVlLCAiY29udGFpbmVycyI6IHsibGVuZ3RoIjogMCwgImVsZW1lbnRzIjogbnVsbH19";

    /// <summary>Names of Azure.ResourceManager.ContainerInstance (azure-sdk-for-net, sdk/containerinstance, api and src).</summary>
    private static MetadataReference ResourceManager { get; } = Libraries.Stub(
        "Azure.ResourceManager.ContainerInstance",
        """
        using System.Collections.Generic;
        using Azure.ResourceManager.ContainerInstance.Models;

        namespace Azure.Core
        {
            public readonly struct AzureLocation { public AzureLocation(string location) { } public static implicit operator AzureLocation(string value) => new(value); }
        }

        namespace Azure.ResourceManager.ContainerInstance
        {
            public class ContainerGroupData
            {
                public ContainerGroupData(Azure.Core.AzureLocation location) { }
                public ContainerGroupData(Azure.Core.AzureLocation location, IEnumerable<ContainerInstanceContainer> containers) { }
                public ContainerGroupData(Azure.Core.AzureLocation location, IEnumerable<ContainerInstanceContainer> containers, ContainerInstanceOperatingSystemType osType) { }
                public Azure.Core.AzureLocation Location { get; set; }
                public IDictionary<string, string> Tags { get; } = new Dictionary<string, string>();
                public IList<ContainerInstanceContainer> Containers { get; } = new List<ContainerInstanceContainer>();
                public IList<InitContainerDefinitionContent> InitContainers { get; } = new List<InitContainerDefinitionContent>();
                public ContainerInstanceOperatingSystemType OSType { get; set; }
                public ContainerGroupSku? Sku { get; set; }
                public string ConfidentialComputeCcePolicy { get; set; }
                public ConfidentialComputeProperties ConfidentialComputeProperties { get; set; }
                public ContainerGroupProfileReferenceDefinition ContainerGroupProfile { get; set; }
            }
        }

        namespace Azure.ResourceManager.ContainerInstance.Models
        {
            public readonly struct ContainerGroupSku
            {
                private readonly string _value;
                public ContainerGroupSku(string value) { _value = value; }
                public static ContainerGroupSku Standard { get; } = new ContainerGroupSku("Standard");
                public static ContainerGroupSku Dedicated { get; } = new ContainerGroupSku("Dedicated");
                public static ContainerGroupSku Confidential { get; } = new ContainerGroupSku("Confidential");
                public static implicit operator ContainerGroupSku(string value) => new ContainerGroupSku(value);
            }
            public readonly struct ContainerInstanceOperatingSystemType
            {
                public ContainerInstanceOperatingSystemType(string value) { }
                public static ContainerInstanceOperatingSystemType Windows { get; } = new("Windows");
                public static ContainerInstanceOperatingSystemType Linux { get; } = new("Linux");
            }
            public class ConfidentialComputeProperties { public string CcePolicy { get; set; } }
            public class ContainerGroupProfileReferenceDefinition { public string Id { get; set; } public int? Revision { get; set; } }
            public class ContainerResourceRequirements { }
            public class ContainerInstanceContainer
            {
                public ContainerInstanceContainer(string name, string image, ContainerResourceRequirements resources) { }
                public string Name { get; set; }
                public string Image { get; set; }
                public ContainerResourceRequirements Resources { get; set; }
                public ContainerSecurityContextDefinition SecurityContext { get; set; }
            }
            public class InitContainerDefinitionContent
            {
                public InitContainerDefinitionContent(string name) { }
                public string Name { get; set; }
                public ContainerSecurityContextDefinition SecurityContext { get; set; }
            }
            public class ContainerSecurityContextDefinition
            {
                public bool? IsPrivileged { get; set; }
                public bool? Privileged { get; set; }
                public bool? AllowPrivilegeEscalation { get; set; }
                public ContainerSecurityContextCapabilitiesDefinition Capabilities { get; set; }
                public int? RunAsGroup { get; set; }
                public int? RunAsUser { get; set; }
                public string SeccompProfile { get; set; }
            }
            public class ContainerSecurityContextCapabilitiesDefinition
            {
                public IList<string> Add { get; } = new List<string>();
                public IList<string> Drop { get; } = new List<string>();
            }
        }
        """);

    /// <summary>Names of Azure.Provisioning.ContainerInstance and of what it needs of Azure.Provisioning (azure-sdk-for-net, api and src).</summary>
    private static MetadataReference Provisioning { get; } = Libraries.Stub(
        "Azure.Provisioning.ContainerInstance",
        """
        using System.Collections;
        using System.Collections.Generic;

        namespace Azure.Provisioning
        {
            public class BicepValue<T> { public static implicit operator BicepValue<T>(T value) => new(); public static implicit operator BicepValue<T>(ProvisioningParameter value) => new(); }
            public class ProvisioningParameter { public ProvisioningParameter(string bicepIdentifier, System.Type type) { } public string BicepIdentifier { get; set; } }
            public class BicepList<T> : IEnumerable<BicepValue<T>>
            {
                public void Add(BicepValue<T> item) { }
                public BicepValue<T> this[int index] { get => new(); set { } }
                public IEnumerator<BicepValue<T>> GetEnumerator() => null;
                IEnumerator IEnumerable.GetEnumerator() => null;
            }
            public class BicepDictionary<T> : IEnumerable<KeyValuePair<string, BicepValue<T>>>
            {
                public void Add(string key, BicepValue<T> value) { }
                public BicepValue<T> this[string key] { get => new(); set { } }
                public IEnumerator<KeyValuePair<string, BicepValue<T>>> GetEnumerator() => null;
                IEnumerator IEnumerable.GetEnumerator() => null;
            }
        }

        namespace Azure.Provisioning.Primitives
        {
            public abstract class ProvisionableConstruct { }
            public abstract class ProvisionableResource : ProvisionableConstruct
            {
                protected ProvisionableResource(string bicepIdentifier) { }
                public string BicepIdentifier { get; set; }
                public string ResourceVersion { get; set; }
            }
        }

        namespace Azure.Provisioning.ContainerInstance
        {
            using Azure.Provisioning.Primitives;

            public enum ContainerGroupSku { NotSpecified, Standard, Dedicated, Confidential }
            public enum ContainerInstanceOperatingSystemType { Windows, Linux }
            public class ContainerGroupProfileReferenceDefinition : ProvisionableConstruct { public BicepValue<string> Id { get; set; } }
            public class ContainerGroup : ProvisionableResource
            {
                public ContainerGroup(string bicepIdentifier, string resourceVersion = default) : base(bicepIdentifier) { }
                public BicepValue<string> Name { get; set; }
                public BicepList<ContainerInstanceContainer> Containers { get; set; }
                public BicepValue<string> ConfidentialComputeCcePolicy { get; set; }
                public BicepValue<ContainerInstanceOperatingSystemType> ContainerGroupOSType { get; set; }
                public ContainerGroupProfileReferenceDefinition ContainerGroupProfile { get; set; }
                public BicepValue<ContainerGroupSku> Sku { get; set; }
                public BicepDictionary<string> Tags { get; set; }
                public static class ResourceVersions { public static readonly string V2025_09_01 = "2025-09-01"; }
            }
            public class ContainerInstanceContainer : ProvisionableConstruct
            {
                public BicepValue<string> Name { get; set; }
                public BicepValue<string> Image { get; set; }
                public ContainerSecurityContextDefinition SecurityContext { get; set; }
            }
            public class ContainerSecurityContextDefinition : ProvisionableConstruct
            {
                public BicepValue<bool> IsPrivileged { get; set; }
                public BicepValue<bool> AllowPrivilegeEscalation { get; set; }
                public BicepValue<int> RunAsUser { get; set; }
                public BicepValue<string> SeccompProfile { get; set; }
            }
        }
        """);

    private static CodeTest Test(string? needs) => needs is null ? new CodeTest(ResourceManager, Provisioning) : new CodeTest(ResourceManager, Provisioning).Needs(needs);

    private static string Method(string body) => $$"""
        using System.Collections.Generic;
        using Azure.Provisioning;
        using Azure.ResourceManager.ContainerInstance;
        using Azure.ResourceManager.ContainerInstance.Models;
        using Bicep = Azure.Provisioning.ContainerInstance;

        public static class Deploy
        {
            private static readonly ContainerResourceRequirements Few = new();

            public static object Make(ContainerGroupSku given, string policy, bool isDebug, IEnumerable<ContainerInstanceContainer> some)
            {
                {{body}}
            }
        }
        """.ReplaceLineEndings("\n");

    /// <summary>A policy as <c>ccePolicy</c> takes it.</summary>
    private static string Encoded(string rego) => Convert.ToBase64String(Encoding.UTF8.GetBytes(rego));

    private static async Task<IReadOnlyList<string>> Findings(string? needs, string body) =>
        [.. (await Test(needs).Findings(Method(body))).Where(static finding => !finding.StartsWith("ISM1501", StringComparison.Ordinal))];

    public static TheoryData<string, string, string[]> Cases() => new()
    {
        // A hypervisor stands around each group, whatever its sku.
        { "hostile-tenants", """return new ContainerGroupData("westeurope", some, ContainerInstanceOperatingSystemType.Linux);""", [] },
        { "hostile-tenants", """return new ContainerGroupData("westeurope") { Sku = ContainerGroupSku.Standard, Containers = { new ContainerInstanceContainer("web", "nginx", Few) } };""", [] },
        { "hostile-tenants", """return new ContainerGroupData("westeurope") { Sku = ContainerGroupSku.Dedicated };""", [] },
        { "hostile-tenants", """return new ContainerGroupData("westeurope", some, ContainerInstanceOperatingSystemType.Windows) { Sku = "Standard" };""", [] },
        { "hostile-tenants", """return new Bicep.ContainerGroup("group") { Sku = Bicep.ContainerGroupSku.Standard };""", [] },
        { "hostile-tenants", """return new Bicep.ContainerGroup("group", "2025-09-01");""", [] },
        { "hostile-tenants", """return new Bicep.ContainerGroup("group", Bicep.ContainerGroup.ResourceVersions.V2025_09_01);""", [] },
        { "unmodified-oci-image", """return new ContainerGroupData("westeurope", some);""", [] },

        // What is no constant, and what another object says, is not known.
        { "hostile-tenants", """return new ContainerGroupData("westeurope", some) { Sku = given };""", ["ISM1502 given"] },
        { "hostile-tenants", """return new ContainerGroupData("westeurope", some) { Sku = new ContainerGroupSku("Gold") };""", ["ISM1502 \"Gold\""] },
        { "hostile-tenants", """return new Bicep.ContainerGroup("group") { Sku = Bicep.ContainerGroupSku.NotSpecified };""", ["ISM1502 Bicep.ContainerGroupSku.NotSpecified"] },
        { "hostile-tenants", """var sku = new ProvisioningParameter("sku", typeof(string)); return new Bicep.ContainerGroup("group") { Sku = sku };""", ["ISM1502 new ProvisioningParameter(\"sku\", typeof(string))"] },
        { "hostile-tenants", """return new Bicep.ContainerGroup("group") { ContainerGroupProfile = new() { Id = "p" } };""", ["ISM1502 new() { Id = \"p\" }"] },
        { "hostile-tenants", """return new Bicep.ContainerGroup("group") { ContainerGroupProfile = new() { Id = "p" }, Sku = Bicep.ContainerGroupSku.Dedicated };""", [] },
        { "hostile-tenants", """var group = new ContainerGroupData("westeurope", some); if (isDebug) { group.Sku = ContainerGroupSku.Confidential; } return group;""", ["ISM1502 group.Sku = ContainerGroupSku.Confidential"] },

        // A confidential group is worth what its policy forbids.
        { "hostile-tenants", """return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential };""", ["ISM1502 ContainerGroupSku.Confidential"] },
        { "hostile-tenants", """var group = new ContainerGroupData("westeurope", some); group.Sku = ContainerGroupSku.Confidential; return group;""", ["ISM1502 ContainerGroupSku.Confidential"] },
        { "hostile-tenants", $$"""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential, ConfidentialComputeCcePolicy = "{{SamplePolicy}}" };""", [$"ISM1502 \"{SamplePolicy}\""] },
        { "hostile-tenants", $$"""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential, ConfidentialComputeProperties = new() { CcePolicy = "{{SamplePolicy}}" } };""", [$"ISM1502 \"{SamplePolicy}\""] },
        { "hostile-tenants", $$"""return new Bicep.ContainerGroup("group") { Sku = Bicep.ContainerGroupSku.Confidential, ConfidentialComputeCcePolicy = "{{SamplePolicy}}" };""", [$"ISM1502 \"{SamplePolicy}\""] },
        { "hostile-tenants", """return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential, ConfidentialComputeCcePolicy = policy };""", ["ISM1502 policy"] },
        { "hostile-tenants", """return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential, ConfidentialComputeCcePolicy = "no base64!" };""", ["ISM1502 \"no base64!\""] },
        { "hostile-tenants", $$"""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Standard, ConfidentialComputeCcePolicy = "{{SamplePolicy}}" };""", [] },

        // Outside of confidential groups Azure takes no privileged containers.
        { "level:medium", """return new ContainerGroupData("westeurope") { Containers = { new ContainerInstanceContainer("web", "nginx", Few) { SecurityContext = new() { IsPrivileged = true } } } };""", ["ISM1004 true"] },
        { "level:medium", """return new ContainerGroupData("westeurope", new[] { new ContainerInstanceContainer("web", "nginx", Few) { SecurityContext = new() { Privileged = true } } }, ContainerInstanceOperatingSystemType.Linux);""", ["ISM1004 true"] },
        { "level:medium", """return new ContainerGroupData("westeurope") { InitContainers = { new InitContainerDefinitionContent("init") { SecurityContext = new() { IsPrivileged = true } } } };""", ["ISM1004 true"] },
        { "level:medium", """var group = new ContainerGroupData("westeurope"); var web = new ContainerInstanceContainer("web", "nginx", Few); web.SecurityContext = new() { IsPrivileged = true }; group.Containers.Add(web); return group;""", ["ISM1004 true"] },
        { "level:medium", """return new Bicep.ContainerGroup("group") { Containers = { new Bicep.ContainerInstanceContainer { Name = "web", SecurityContext = new() { IsPrivileged = true } } } };""", ["ISM1004 true"] },
        { "level:medium", """return new Bicep.ContainerGroup("group") { Containers = { new Bicep.ContainerInstanceContainer { SecurityContext = new() { IsPrivileged = isDebug } } } };""", [] },
        { "level:medium", """return new ContainerGroupData("westeurope") { Sku = given, Containers = { new ContainerInstanceContainer("web", "nginx", Few) { SecurityContext = new() { IsPrivileged = true } } } };""", ["ISM1502 given"] },
        { "level:medium", """return new ContainerGroupData("westeurope") { Containers = { new ContainerInstanceContainer("web", "nginx", Few) { SecurityContext = new() { IsPrivileged = false, RunAsUser = 1000, AllowPrivilegeEscalation = false } } } };""", [] },

        // Tags carry needs; Azure takes no slash in them.
        { "", """return new ContainerGroupData("westeurope", some) { Sku = given, Tags = { ["isolationmodel.dev:needs"] = "hostile-tenants" } };""", ["ISM1502 given"] },
        { "", """return new ContainerGroupData("westeurope", some) { Sku = given, Tags = { { "isolationmodel.dev/needs", "hostile-tenants" } } };""", ["ISM1502 given"] },
        { "", """var group = new ContainerGroupData("westeurope", some) { Sku = given }; group.Tags["isolationmodel.dev:level"] = "high"; return group;""", ["ISM1502 given"] },
        { "", """var group = new Bicep.ContainerGroup("group") { Sku = Bicep.ContainerGroupSku.Confidential }; group.Tags.Add("isolationmodel.dev:needs", "hostile-tenants"); return group;""", ["ISM1502 Bicep.ContainerGroupSku.Confidential"] },
        { "", """return new ContainerGroupData("westeurope", some) { Tags = { ["isolationmodel.dev:needs"] = "hostile-tenans" } };""", ["ISM1101 hostile-tenans"] },
        { "", """return new ContainerGroupData("westeurope", some) { Sku = given, Tags = { ["isolationmodel.dev:needs"] = "hostile-tenants", ["isolationmodel.dev:disable"] = "ISM1502 -- tested elsewhere" } };""", [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_container_group_is_judged_by_what_the_code_says(string needs, string body, string[] findings) =>
        Assert.Equal(findings.Order(), (await Findings(needs.Length == 0 ? null : needs, body)).Order());

    public static TheoryData<string, string?> Policies() => new()
    {
        // microsoft/hcsshim pkg/securitypolicy, open_door.rego.
        { "package policy\n\napi_version := \"0.10.0\"\n\nmount_device := {\"allowed\": true}\ncreate_container := {\"allowed\": true, \"env_list\": null, \"allow_stdio_access\": true}\nmount_cims := {\"allowed\": true}\n", "allows everything" },
        { "package policy\ndefault create_container := {\"allowed\": true}", "allows everything" },
        { "package policy\nallow_all := true", "allows everything" },
        { "{ \"allow_all\" : true }", "allows everything" },
        { "  \n", "allows everything" },

        // What forbids something: a framework's rules, a rule with a condition, the JSON of listed containers.
        { "package policy\ncontainers := [{\"command\": [\"web\"]}]\ncreate_container := data.framework.create_container\n", null },
        { "package policy\ndefault create_container := {\"allowed\": false}\ncreate_container := {\"allowed\": true, \"metadata\": [m]} {\n  m := 1\n}\n", null },
        { "package policy\ncreate_container := {\"allowed\": true} if {\n  input.user == 1\n}\n", null },
        { "package policy\n# allow_all := true\ncreate_container := data.framework.create_container", null },
        { "{\"allow_all\": false, \"containers\": {\"length\": 1}}", null },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public async Task A_policy_that_allows_everything_proves_nothing(string rego, string? reason)
    {
        var body = $$"""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential, ConfidentialComputeCcePolicy = "{{Encoded(rego)}}" };""";
        var messages = (await Test("hostile-tenants").Messages(Method(body))).Where(static message => message.StartsWith("ISM1502", StringComparison.Ordinal)).ToList();
        if (reason is null)
        {
            Assert.Empty(messages);
        }
        else
        {
            Assert.Contains(reason, Assert.Single(messages), StringComparison.Ordinal);
        }
    }

    /// <summary>That a policy forbids something does not show that anybody attests.</summary>
    [Theory]
    [InlineData("Confidential")]
    [InlineData("Standard")]
    public async Task No_sku_alone_excludes_the_host(string sku)
    {
        var policy = Encoded("package policy\ncreate_container := data.framework.create_container");
        var messages = await Test("host-admin").Messages(Method($$"""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.{{sku}}, ConfidentialComputeCcePolicy = "{{policy}}" };"""));

        Assert.StartsWith("ISM15", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential };""", "without a ccePolicy")]
    [InlineData("""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential, ConfidentialComputeCcePolicy = policy };""", "its ccePolicy is no constant in the code")]
    [InlineData("""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential, ConfidentialComputeCcePolicy = "no base64!" };""", "is no base64 text")]
    [InlineData("""return new ContainerGroupData("westeurope", some) { Sku = given };""", "sku is no constant in the code")]
    [InlineData("""return new ContainerGroupData("westeurope", some) { ContainerGroupProfile = new() };""", "its container group profile says")]
    [InlineData("""return new Bicep.ContainerGroup("group") { Sku = Bicep.ContainerGroupSku.NotSpecified };""", "'NotSpecified' is none of Standard, Dedicated and Confidential")]
    public async Task Why_it_is_not_known_is_told(string body, string reason) =>
        Assert.Contains(reason, Assert.Single(await Test("hostile-tenants").Messages(Method(body))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""return new Bicep.ContainerGroup("group") { Name = "shop" };""", "Azure container group shop")]
    [InlineData("""return new Bicep.ContainerGroup("group");""", "Azure container group group")]
    [InlineData("""return new ContainerGroupData("westeurope", some);""", "Azure container group (unnamed)")]
    public async Task A_group_is_called_by_its_name(string body, string name)
    {
        var messages = await Test("host-admin").Messages(Method(body));

        Assert.Contains(name, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""return new ContainerGroupData("westeurope", some) { Sku = ContainerGroupSku.Confidential };""")]
    [InlineData("""return new ContainerGroupData("westeurope") { Containers = { new ContainerInstanceContainer("web", "nginx", Few) { SecurityContext = new() { IsPrivileged = true } } } };""")]
    [InlineData("""return new Bicep.ContainerGroup("group") { Sku = Bicep.ContainerGroupSku.NotSpecified };""")]
    public async Task Without_needs_nothing_is_told(string body) => Assert.Empty(await Test(null).Findings(Method(body)));
}
