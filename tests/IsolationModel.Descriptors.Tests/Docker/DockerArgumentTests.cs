using CsCheck;
using IsolationModel.Data;
using IsolationModel.Descriptors.Docker;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Tests.Docker;

/// <summary>Arguments of <c>docker run</c> mean what the fields of a service mean (docker run reference; podman-run.1).</summary>
public sealed class DockerArgumentTests
{
    [Theory]
    [InlineData("--privileged", "privileged")]
    [InlineData("--privileged=false", "privileged=false")]
    [InlineData("--privileged shop --pid=host", "privileged")] // behind the image stands its command
    [InlineData("--pid=host", "hostPid")]
    [InlineData("--pid host", "hostPid")]
    [InlineData("--ipc host --uts host --cgroupns host", "hostCgroup hostIpc hostUts")]
    [InlineData("--net=host", "hostNetwork")]
    [InlineData("--network host", "hostNetwork")]
    [InlineData("--network name=host", "hostNetwork")]
    [InlineData("--network bridge --network host", "hostNetwork")]
    [InlineData("--userns=host", "userNamespace=false")]
    [InlineData("--cap-add SYS_ADMIN --cap-add=NET_ADMIN --cap-drop ALL", "addedCapabilities=[SYS_ADMIN,NET_ADMIN] droppedCapabilities=[ALL]")]
    [InlineData("--security-opt seccomp=unconfined --security-opt=no-new-privileges", "allowPrivilegeEscalation=false seccomp=Unconfined")]
    [InlineData("--device /dev/sda:/dev/sda", "devicePaths=[/dev/sda] hostDevices")]
    [InlineData("--device-cgroup-rule=a|*:*|rwm", "devicePaths=[/dev/block]")]
    [InlineData("--gpus all", "gpu")]
    [InlineData("-v /etc:/host:ro -v/srv:/s --volume=/opt:/o", "hostPaths=[/etc,/srv,/opt] writableHostPaths=[/srv,/opt]")]
    [InlineData("--mount type=bind,src=/etc,dst=/host,readonly", "hostPaths=[/etc] writableHostPaths")]
    [InlineData("--mount=type=bind,source=/etc,target=/host", "hostPaths=[/etc] writableHostPaths=[/etc]")]
    [InlineData("--mount type=volume,dst=/x,volume-opt=type=none,volume-opt=o=bind,volume-opt=device=/etc", "hostPaths=[/etc] writableHostPaths=[/etc]")]
    [InlineData("--mount type=tmpfs,dst=/x", "")]
    [InlineData("--volumes-from other", "hostPaths? writableHostPaths?")]
    [InlineData("-u 1000", "runAsNonRoot")]
    [InlineData("-u=0", "runAsNonRoot=false")]
    [InlineData("-itu 1000", "runAsNonRoot")]
    [InlineData("-itv/etc:/x", "hostPaths=[/etc] writableHostPaths=[/etc]")]
    [InlineData("-it --rm -d --privileged", "privileged")]
    [InlineData("-e --privileged --pid host", "hostPid")] // a value that looks like an option
    [InlineData("--name --privileged shop", "")]
    [InlineData("-p 80:80 -h web -w /x -m 1g -l a=b --privileged", "privileged")]
    [InlineData("--read-only --init --privileged", "privileged")]
    [InlineData("--new-option --privileged", "privileged")] // an unknown option takes nothing with it
    [InlineData("--new-option=x --privileged", "privileged")]
    [InlineData("-- shop --privileged", "")]
    [InlineData("${OPTIONS} --privileged", "privileged")]
    [InlineData("--cap-add ${CAP}", "addedCapabilities?")]
    [InlineData("--annotation dev.gvisor.flag.host-uds=open", "sandboxSocketAccess=open")]
    [InlineData("--platform windows/amd64", "operatingSystem=Windows")]
    [InlineData("--pid host --pid private", "")] // the last counts
    public void Arguments_mean_what_fields_mean(string arguments, string facts) => Assert.Equal(facts, DockerSample.Facts(Read(arguments).Containers[0]));

    [Theory]
    [InlineData("--runtime=runsc shop", "runsc")]
    [InlineData("--runtime runsc shop", "runsc")]
    [InlineData("--runtime runc --runtime runsc", "runsc")]
    [InlineData("shop --runtime runsc", null)]
    [InlineData("--env RUNTIME=runsc shop", null)]
    public void The_runtime_is_an_option_before_the_image(string arguments, string? name)
    {
        var runtime = Read(arguments).Runtime;
        Assert.Equal((name is null ? RuntimeReferenceState.Absent : RuntimeReferenceState.Named, name ?? string.Empty), (runtime.State, runtime.Name));
        Assert.Equal((RuntimeNameKind.DockerRuntime, "--runtime"), (runtime.NameKind, runtime.Field));
    }

    [Fact]
    public void Windows_is_isolated_by_an_option() =>
        Assert.Equal((RuntimeNameKind.DockerIsolation, "hyperv"), (Read("--isolation=hyperv shop").Runtime.NameKind, Read("--isolation hyperv shop").Runtime.Name));

    [Fact]
    public void Values_keep_their_places()
    {
        const string arguments = "--rm --runtime=runsc -v/etc:/x --cap-add SYS_ADMIN shop";
        var read = Read(arguments);
        Assert.Equal("runsc", DockerSample.At(arguments, read.Runtime.Range));
        Assert.Equal("/etc:/x", DockerSample.At(arguments, read.Containers[0].Find("hostPaths")!.Items[0].Range));
        Assert.Equal("SYS_ADMIN", DockerSample.At(arguments, read.Containers[0].Find("addedCapabilities")!.Items[0].Range));
    }

    [Theory]
    [InlineData("--pid=host", "hostPid", "--pid=host")]
    [InlineData("--privileged", "privileged", "--privileged")]
    [InlineData("--net host", "hostNetwork", "--network=host")]
    public void Options_are_called_as_options(string arguments, string setting, string shown) => Assert.Equal(shown, Read(arguments).Containers[0].Find(setting)!.Shown);

    [Theory]
    [InlineData("--label isolationmodel.dev/needs=untrusted-code", "untrusted-code")]
    [InlineData("-l isolationmodel.dev/needs=untrusted-code", "untrusted-code")]
    [InlineData("--annotation=isolationmodel.dev/level=high", "high")]
    public void Needs_are_declared_by_labels(string arguments, string text)
    {
        var need = Assert.Single(Read(arguments).Needs);
        Assert.Equal((text, text), (need.Text, DockerSample.At(arguments, need.Range)));
    }

    /// <summary>An option says the same joined and split, with a short name and a long one, and wherever it stands among others.</summary>
    [Fact]
    public void The_spelling_and_the_order_of_options_mean_nothing()
    {
        string[][] options =
        [
            ["--pid=host", "--pid host"],
            ["-v /etc:/x", "-v/etc:/x", "--volume /etc:/x", "--volume=/etc:/x", "--mount type=bind,src=/etc,dst=/x", "-v=/etc:/x"],
            ["-u 5", "--user=5", "-u5", "-tu 5", "--user 5"],
            ["--cap-add sys_admin", "--cap-add=CAP_SYS_ADMIN", "--cap-add SYS_ADMIN"],
            ["--network=host", "--net host"],
            ["-it", "--rm", "-e X=--privileged", "--name web", "--unknown"],
        ];
        var expected = DockerSample.Facts(Read(string.Join(' ', options.Select(spellings => spellings[0]))).Containers[0]);
        Gen.Shuffle(new[] { 0, 1, 2, 3, 4, 5 }, 6)
            .SelectMany(order => Gen.Int[0, 59].Select(pick => (order, pick)))
            .Sample(
                pair => Assert.Equal(expected, DockerSample.Facts(Read(string.Join(' ', pair.order.Select(at => options[at][pair.pick % options[at].Length]))).Containers[0])),
                iter: 2000,
                threads: 1);
    }

    [Fact]
    public void No_arguments_make_it_throw()
    {
        string[] words = ["-", "--", "--=", "--pid", "-v", "-", "=", "", "--mount", "a=b,,=", "-itv", "--security-opt", "--gpus", "${X", "${X}", "--label", "-l", "x"];
        Gen.Int[0, words.Length - 1].Array[0, 8].Sample(picks => Assert.NotNull(Read(string.Join(' ', picks.Select(pick => words[pick])))), iter: 5000, threads: 1);
    }

    /// <summary>Blanks separate arguments here; a bar stands for a blank within one.</summary>
    private static Workload Read(string arguments)
    {
        var scalars = new List<DataScalar>();
        for (var start = 0; start <= arguments.Length;)
        {
            var end = arguments.IndexOf(' ', start) is var blank && blank < 0 ? arguments.Length : blank;
            scalars.Add(new DataScalar(new TextRange(start, end - start), arguments[start..end].Replace('|', ' '), isPlain: true, start));
            start = end + 1;
        }

        return ContainerWorkloads.ReadArguments(scalars, new ContainerView(default, string.Empty, new TextRange(0, arguments.Length)) { Kind = "container" }, new DescriptorFileBuilder("run.sh", arguments));
    }
}
