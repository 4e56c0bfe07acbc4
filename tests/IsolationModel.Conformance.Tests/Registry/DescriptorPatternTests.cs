using System.Xml.Linq;
using IsolationModel.Descriptors;
using IsolationModel.Text;

namespace IsolationModel.Conformance.Registry;

/// <summary>The package's default items and the command line look at the same file names.</summary>
public sealed class DescriptorPatternTests
{
    private const string Props = "src/IsolationModel.SDK/build/IsolationModel.SDK.props";

    public static TheoryData<string> Globs => new(
        XDocument.Load(Repository.PathOf(Props)).Descendants("IsolationDescriptor").Single().Attribute("Include")!.Value.Split(';'));

    [Theory]
    [MemberData(nameof(Globs))]
    public void A_file_that_the_package_picks_up_is_looked_at_everywhere(string glob)
    {
        Assert.StartsWith("**/", glob, StringComparison.Ordinal);
        foreach (var word in new[] { "x", string.Empty })
        {
            var path = glob.Replace("**/", "deep/down/", StringComparison.Ordinal).Replace("*", word, StringComparison.Ordinal);
            Assert.NotNull(DescriptorPatterns.Match(path));
            Assert.NotNull(DescriptorPatterns.Match(path.Replace('/', '\\')));
        }
    }

    /// <summary>A JSON file is mostly something else, so a build does not read every one; the command line does.</summary>
    [Theory]
    [InlineData("a.yaml", true)]
    [InlineData("a.yml", true)]
    [InlineData("a.k8s.json", true)]
    [InlineData("containerd.toml", true)]
    [InlineData("containerd-gpu.toml", true)]
    [InlineData("etc/containerd/config.toml", true)]
    [InlineData("crio.conf", true)]
    [InlineData("crio.conf.d/99-kata.conf", true)]
    [InlineData("runsc.toml", true)]
    [InlineData("configuration-clh.toml", true)]
    [InlineData("kata-containers/configuration.toml", true)]
    [InlineData("docker/daemon.json", true)]
    [InlineData("containers.conf", true)]
    [InlineData("containers.conf.d/10-runtime.conf", true)]
    [InlineData(".env", true)]
    [InlineData("deploy/prod.env", true)]
    [InlineData(".devcontainer/devcontainer.json", true)]
    [InlineData(".devcontainer.json", true)]
    [InlineData("a.json", false)]
    public void What_is_looked_at_is_picked_up_by_the_package(string path, bool isDefault)
    {
        Assert.NotNull(DescriptorPatterns.Match(path));
        Assert.Equal(isDefault, Globs.Any(glob => Glob.Matches(glob.Data, path)));
    }
}
