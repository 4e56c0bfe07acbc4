using CsCheck;

namespace IsolationModel.Descriptors.Tests.Docker;

/// <summary>What a verdict may not depend on.</summary>
public sealed class ContainerPropertyTests
{
    private static readonly string[] Capabilities = ["SYS_ADMIN", "NET_ADMIN", "CHOWN", "SYS_MODULE", "ALL", "MKNOD"];

    private static readonly string[] Lines =
    [
        "privileged: true", "pid: host", "ipc: host", "network_mode: host", "cap_add: [SYS_ADMIN]", "security_opt: [seccomp=unconfined]", "volumes: ['/etc:/x']", "devices: [/dev/sda]",
        "use_api_socket: true", "user: '1000'", "read_only: true", "uts: host",
    ];

    [Fact]
    public void The_spelling_of_a_capability_means_nothing() => Gen.Int[0, 5].Array[0, 4].Select(Gen.Int[0, 5].Array[0, 3], Gen.Int[0, 3]).Sample(
        (added, dropped, spelling) => Assert.Equal(Left(added, dropped, 0), Left(added, dropped, spelling)),
        iter: 300,
        threads: 1);

    [Fact]
    public void The_order_of_items_means_nothing() => Gen.Int[0, 5].Array[1, 4].Select(Gen.Int[0, 5].Array[1, 4]).Sample(
        (added, dropped) => Assert.Equal(Left(added, dropped, 0), Left([.. added.Reverse()], [.. dropped.Reverse()], 0)),
        iter: 300,
        threads: 1);

    [Fact]
    public void The_order_of_fields_means_nothing() => Gen.Shuffle(Lines).Sample(
        lines => Assert.Equal(DockerSample.Facts(string.Join('|', Lines)), DockerSample.Facts(string.Join('|', lines))),
        iter: 100,
        threads: 1);

    /// <summary>Something more that weakens never strengthens.</summary>
    [Fact]
    public void A_further_weakening_never_strengthens() => Gen.Int[0, Lines.Length - 1].Array[1, 6].Select(Gen.OneOf(Gen.Const(string.Empty), Gen.Const("runtime: io.containerd.runsc.v1"), Gen.Const("runtime: io.containerd.kata.v2"))).Sample(
        (picks, runtime) =>
        {
            var lines = picks.Distinct().Select(pick => Lines[pick]).ToList();
            var before = Lowest([.. lines.Skip(1).Where(line => !line.StartsWith("user", StringComparison.Ordinal)), runtime]);
            Assert.True(Lowest([.. lines, runtime]) <= before);
        },
        iter: 300,
        threads: 1);

    private static int Lowest(IEnumerable<string> lines) => DockerSample.Assess(DockerSample.Text(string.Join('|', lines))).Assessment!.Isolation.Effective!.Low;

    private static string Left(int[] added, int[] dropped, int spelling) =>
        DockerSample.Left(DockerSample.Text($"cap_add: [{Spell(added, spelling)}]|cap_drop: [{Spell(dropped, spelling)}]"));

    private static string Spell(int[] picks, int spelling) => string.Join(", ", picks.Select(pick => Spell(Capabilities[pick], spelling)));

    /// <summary>ALL has no prefix.</summary>
    private static string Spell(string name, int spelling) => spelling switch
    {
        0 => name,
        1 => name.ToLowerInvariant(),
        _ when name == "ALL" => "All",
        2 => $"CAP_{name}",
        _ => $"cap_{name.ToLowerInvariant()}",
    };
}
