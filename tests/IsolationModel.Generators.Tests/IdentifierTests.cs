using IsolationModel.Generators.Naming;

namespace IsolationModel.Generators.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("gvisor", "gVisor", "GVisor")]
    [InlineData("kubevirt", "KubeVirt", "KubeVirt")]
    [InlineData("qemu-kvm", "QEMU/KVM", "QemuKvm")]
    [InlineData("kata-fc", "Kata Containers with Firecracker", "KataFc")]
    [InlineData("k3s", "K3s", "K3s")]
    [InlineData("software-sandbox", null, "SoftwareSandbox")]
    [InlineData("unmodifiedOciImage", null, "UnmodifiedOciImage")]
    [InlineData("x86_64", null, "X86_64")]
    [InlineData("3d", null, "_3d")]
    [InlineData("---", null, "_")]
    [InlineData("", null, "_")]
    [InlineData("ünï", null, "N")]
    [InlineData("i", "İ", "I")]
    public void Ids_become_pascal_case(string id, string? displayName, string expected) => Assert.Equal(expected, Identifiers.Pascal(id, displayName));

    [Fact]
    public void Names_of_files_differ_in_more_than_case()
    {
        var names = NameTable.OfFiles();
        Assert.Equal(["a", "A_2", "b", "A_2_2"], [names.Add("1", "a"), names.Add("2", "A"), names.Add("3", "b"), names.Add("4", "A_2")]);
    }
}
