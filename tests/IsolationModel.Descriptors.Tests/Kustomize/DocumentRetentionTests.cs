using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Kustomize;

/// <summary>Documents are the largest part of what is read, so only those stay that some kustomization may name. That none is missing, all other tests of kustomizations show.</summary>
public sealed class DocumentRetentionTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: web, image: web }] }\n";

    [Theory]
    [InlineData("base/pod.yaml", "resources: [pod.yaml]", true)]
    [InlineData("base/pod.yaml", "resources: [./x/../pod.yaml]", true)]
    [InlineData("pod.yaml", "resources: [../pod.yaml]", true)]
    [InlineData("base/pod.yaml", "patches: [{ path: pod.yaml }]", true)]
    [InlineData("base/pod.yaml", "patchesStrategicMerge: [pod.yaml]", true)]
    [InlineData("base/pod.yaml", "resources: &all [pod.yaml]\ncomponents: *all", true)]
    [InlineData("base/other.yaml", "resources: [pod.yaml]", false)]
    [InlineData("pod.yaml", "resources: [pod.yaml]", false)]
    [InlineData("base/pod.yaml", "resources: []", false)]
    public void Documents_stay_that_a_kustomization_may_name(string path, string kustomization, bool stay) =>
        Assert.Equal(stay, Retention(kustomization).Keep(path, Read(path, Pod)).Source is not null);

    [Fact]
    public void Files_have_nothing_else_taken_from_them()
    {
        var file = Read("other.yaml", Pod);
        Assert.Equal(file with { Source = null }, Retention("resources: [pod.yaml]").Keep("other.yaml", file));
    }

    [Theory]
    [InlineData("base/kustomization.yaml", "resources: [pod.yaml]")]
    [InlineData("compose.yaml", "services: { web: { image: web } }")]
    public void What_is_put_together_itself_keeps_its_documents(string path, string text) =>
        Assert.NotNull(Retention("resources: []").Keep(path, Read(path, text)).Source);

    private static DocumentRetention Retention(string kustomization) =>
        new([KeyValuePair.Create("base/kustomization.yaml", Read("base/kustomization.yaml", kustomization))]);

    private static DescriptorFile Read(string path, string text) =>
        DescriptorReader.Read(path, text, DescriptorExpectation.Expected, keepsDocuments: true, TestContext.Current.CancellationToken);
}
