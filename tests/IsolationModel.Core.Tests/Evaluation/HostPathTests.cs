using IsolationModel.Evaluation;
using IsolationModel.Modeling;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Paths are compared as a kernel would walk them.</summary>
public sealed class HostPathTests
{
    [Theory]
    [InlineData("/etc", "/etc", true)]
    [InlineData("/etc/ssl", "/etc", true)]
    [InlineData("/", "/etc", true)] // the root contains everything
    [InlineData("/var", "/var/lib/kubelet", true)] // what contains it hands it over
    [InlineData("/etcetera", "/etc", false)]
    [InlineData("/var/lib", "/etc", false)]
    [InlineData("/data", "/", false)] // nothing counts as merely below the root
    [InlineData("/etc/", "/etc", true)]
    [InlineData("//etc", "/etc", true)]
    [InlineData("/var//lib/kubelet", "/var/lib/kubelet", true)]
    [InlineData("/./etc", "/etc", true)]
    [InlineData("/srv/../etc", "/etc", true)]
    [InlineData("/srv/data/../../etc", "/etc", true)]
    [InlineData("/../../etc", "/etc", true)]
    [InlineData("/etc/..", "/etc", true)] // that is the root
    [InlineData("/srv/..data", "/srv/..data", true)]
    [InlineData("/etc/../srv", "/etc", false)]
    public void A_path_touches_what_it_is_contains_or_lies_in(string path, string entry, bool touches) => Assert.Equal(touches, HostPath.Touches(path, entry));

    [Theory]
    [InlineData("/dev", true)]
    [InlineData("/dev/sda", true)]
    [InlineData("/", true)]
    [InlineData("/dev/log", false)]
    [InlineData("/dev/./log/", false)]
    [InlineData("/dev/log/x", false)]
    [InlineData("/dev/logs", true)]
    [InlineData("/dev/log/../sda", true)]
    public void An_exception_does_not_matter_and_what_contains_it_does(string path, bool touches) => Assert.Equal(
        touches,
        HostPath.Touches(path, new PathEntry("/dev", "devices") { Except = new[] { "/dev/log" }.ToEquatableArray() }));
}
