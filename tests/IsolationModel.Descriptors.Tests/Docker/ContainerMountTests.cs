namespace IsolationModel.Descriptors.Tests.Docker;

/// <summary>What of the host a container mounts (Compose specification, volumes; compose-go format/volume.go).</summary>
public sealed class ContainerMountTests
{
    [Theory]
    [InlineData("/etc:/host", "/etc", "/etc")]
    [InlineData("/etc:/host:ro", "/etc", "")]
    [InlineData("/etc:/host:ro,z", "/etc", "")]
    [InlineData("/etc:/host:rw", "/etc", "/etc")]
    [InlineData("/var/lib/mysql", "", "")] // a volume without a name
    [InlineData("data:/var/lib/mysql", "", "")]
    [InlineData("./conf:/etc/app", "./conf", "./conf")]
    [InlineData("../:/code", "../", "../")]
    [InlineData("~/.ssh:/keys:ro", "~/.ssh", "")]
    [InlineData(@"C:\Windows:C:\host", @"C:\Windows", @"C:\Windows")]
    [InlineData(@"C:\Windows:C:\host:ro", @"C:\Windows", "")]
    [InlineData(@"c:/data:/data", @"c:/data", @"c:/data")]
    [InlineData(@"\\.\pipe\docker_engine:\\.\pipe\docker_engine", @"\\.\pipe\docker_engine", @"\\.\pipe\docker_engine")]
    [InlineData("bound:/x", "/srv/x", "/srv/x")]
    [InlineData("bound:/x:ro", "/srv/x", "")]
    [InlineData("disk:/x", "/dev/sdb1", "")]
    [InlineData("nfs:/x", "", "")]
    [InlineData("unknown:/x", "", "")]
    public void The_short_form_mounts_a_path_or_a_volume(string volume, string all, string writable)
    {
        const string named = "volumes:|  data:|  bound: { driver_opts: { type: none, o: bind, device: /srv/x } }|  disk: { driver_opts: { type: ext4, device: /dev/sdb1 } }|  nfs: { driver_opts: { type: nfs, o: addr=10.0.0.1, device: ':/x' } }";
        Assert.Equal(Expected(all, writable), DockerSample.Facts($"isolation: default|platform: linux|volumes: ['{volume}']", named).Replace(" operatingSystem=Linux", string.Empty, StringComparison.Ordinal).Replace("operatingSystem=Linux", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ type: bind, source: /etc, target: /host }", "/etc", "/etc")]
    [InlineData("{ type: bind, source: /etc, target: /host, read_only: true }", "/etc", "")]
    [InlineData("{ type: bind, source: /etc, target: /host, read_only: 'true' }", "/etc", "")]
    [InlineData(@"{ type: npipe, source: '\\.\pipe\docker_engine', target: /x }", @"\\.\pipe\docker_engine", @"\\.\pipe\docker_engine")]
    [InlineData("{ type: volume, source: bound, target: /x }", "/srv/x", "/srv/x")]
    [InlineData("{ type: volume, source: data, target: /x }", "", "")]
    [InlineData("{ type: volume, target: /x }", "", "")]
    [InlineData("{ type: tmpfs, target: /x }", "", "")]
    [InlineData("{ type: image, source: shop, target: /x }", "", "")]
    [InlineData("{ type: cluster, source: c, target: /x }", "", "")]
    public void The_long_form_says_what_it_mounts(string volume, string all, string writable) =>
        Assert.Equal(Expected(all, writable), DockerSample.Facts($"volumes: [{volume}]", "volumes:|  data:|  bound: { driver_opts: { type: none, o: bind, device: /srv/x } }"));

    [Theory]
    [InlineData("volumes: ['${DATA}:/data']", "hostPaths? writableHostPaths?")]
    [InlineData("volumes: ['${DATA:-./data}:/data']", "hostPaths? writableHostPaths?")] // whoever interpolates puts the default in first
    [InlineData("volumes: ['/etc:${TARGET}']", "hostPaths=[/etc] writableHostPaths=[/etc]")]
    [InlineData("volumes: ['data:${TARGET}']", "")]
    [InlineData("volumes: ['${VOLUME}']", "hostPaths? writableHostPaths?")]
    [InlineData("volumes: ${VOLUMES}", "hostPaths? writableHostPaths?")]
    [InlineData("volumes: [{ type: bind, source: '${S}', target: /x }]", "hostPaths? writableHostPaths?")]
    [InlineData("volumes: [{ type: '${T}', source: /x, target: /x }]", "hostPaths? writableHostPaths?")]
    [InlineData("volumes: [{ type: tmpfs, source: '${S}', target: /x }]", "")]
    [InlineData("volumes: ['/etc:/e', '${X}:/x']", "hostPaths=[/etc]? writableHostPaths=[/etc]?")]
    [InlineData("volumes: ['open:/x']", "hostPaths? writableHostPaths?")]
    public void A_variable_leaves_open_what_is_mounted(string service, string facts) =>
        Assert.Equal(facts, DockerSample.Facts(service, "volumes:|  data:|  open: { driver_opts: { o: bind, device: '${WHERE}' } }"));

    [Theory]
    [InlineData("use_api_socket: true", "/var/run/docker.sock", "/var/run/docker.sock")] // Compose 2.37.1
    [InlineData("use_api_socket: false", "", "")]
    [InlineData("volumes_from: [db]", "/etc,/srv", "/srv")]
    [InlineData("volumes_from: ['db:ro']", "/etc,/srv", "")]
    [InlineData("volumes_from: [log]", "/etc,/srv", "")] // what log takes from db
    [InlineData("volumes_from: [web]", "", "")]
    public void What_another_container_mounts_is_mounted_too(string service, string all, string writable) =>
        Assert.Equal(Expected(all, writable), DockerSample.Facts(service, "  db:|    volumes: ['/etc:/e:ro', '/srv:/s', 'data:/d']|    volumes_from: [web]|  log:|    volumes_from: ['db:ro']"));

    [Theory]
    [InlineData("volumes_from: ['container:other']")]
    [InlineData("volumes_from: [missing]")]
    [InlineData("volumes_from: ['${OTHER}']")]
    [InlineData("use_api_socket: ${SOCKET}")]
    public void Volumes_of_what_is_not_among_the_files_are_open(string service) => Assert.Equal("hostPaths? writableHostPaths?", DockerSample.Facts(service));

    /// <summary>A relative path is below a folder that no file names, so that it is none of the host's own.</summary>
    [Theory]
    [InlineData("./etc:/x", "weakened")]
    [InlineData("./:/x", "weakened")]
    [InlineData(".:/x", "weakened")]
    [InlineData("../../etc:/x", "weakened")]
    [InlineData("~:/x", "weakened")]
    [InlineData("/etc:/x", "none")]
    [InlineData("/srv/../etc/cron.d:/x", "none")]
    [InlineData("/etc:/x:ro", "weakened")]
    [InlineData("/:/host", "none")]
    [InlineData("/var/run/docker.sock:/var/run/docker.sock:ro", "none")]
    [InlineData("/run/podman/podman.sock:/x", "none")]
    [InlineData("data:/x", "shared-kernel")]
    public void What_is_mounted_decides_what_is_left(string volume, string left) => Assert.Equal(left, DockerSample.Left(DockerSample.Text($"volumes: ['{volume}']")));

    [Theory]
    [InlineData(@"\\.\pipe\docker_engine:\\.\pipe\docker_engine", "none")]
    [InlineData(@"//./pipe/docker_engine://./pipe/docker_engine", "none")]
    [InlineData(@"c:\windows\System32:C:\x", "none")]
    [InlineData(@"C:/:C:/host", "none")]
    [InlineData(@"C:\src:C:\src", "weakened")]
    [InlineData(@"D:\Windows:C:\x", "weakened")]
    [InlineData(@"data:C:\data", "shared-kernel")]
    public void What_Windows_mounts_decides_what_is_left(string volume, string left) => Assert.Equal(left, DockerSample.Left(DockerSample.Text($"isolation: process|volumes: ['{volume}']")));

    private static string Expected(string all, string writable)
    {
        var facts = all.Length == 0 ? string.Empty : $"hostPaths=[{all}] writableHostPaths{(writable.Length == 0 ? string.Empty : $"=[{writable}]")}";
        // A pipe or a drive as target is a sign of Windows, which has a fact of its own.
        return facts;
    }
}
