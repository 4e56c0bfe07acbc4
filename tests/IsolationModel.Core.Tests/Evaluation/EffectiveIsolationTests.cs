using CsCheck;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Values;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

public sealed class EffectiveIsolationTests
{
    private static readonly string[] Words =
    [
        "privileged", "hostPid", "hostIpc", "hostNetwork", "userNamespace", "seccomp=Unset", "seccomp=RuntimeDefault", "seccomp=Unconfined",
        "appArmor=Unconfined", "procMount=Unmasked", "addedCapabilities=[SYS_ADMIN]", "addedCapabilities=[SYS_MODULE]", "addedCapabilities=[NET_RAW]",
        "addedCapabilities=[SYS_PTRACE]", "addedCapabilities=[CHOWN]", "hostPaths=[/data]", "hostPaths=[/var/run/docker.sock]", "privileged?", "seccomp?",
    ];

    private static readonly string[] Technologies = ["runc", "gvisor", "kata", "runwasi", "wasmtime", "windows-process", "coco"];

    [Theory]
    [InlineData("seccomp=RuntimeDefault", "shared-kernel", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=Unset", "weakened..shared-kernel", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=Unconfined", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault appArmor=Unconfined", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault privileged", "none", "software-sandbox", "none..hardware-vm")]
    [InlineData("seccomp=RuntimeDefault privileged userNamespace", "weakened", "software-sandbox", "none..hardware-vm")]
    [InlineData("seccomp=RuntimeDefault hostPid", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault hostPid addedCapabilities=[SYS_PTRACE]", "none", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault hostIpc", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault hostNetwork", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[SYS_MODULE]", "none", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[SYS_MODULE] userNamespace", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[SYS_ADMIN]", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=Unconfined addedCapabilities=[SYS_ADMIN]", "none", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[NET_RAW]", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[CHOWN]", "shared-kernel", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault procMount=Unmasked", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault procMount=Unmasked userNamespace", "shared-kernel", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault hostPaths=[/etc] writableHostPaths=[/etc]", "none", "none", "none")]
    [InlineData("seccomp=RuntimeDefault hostPaths=[/] writableHostPaths=[/]", "none", "none", "none")]
    [InlineData("seccomp=RuntimeDefault hostPaths=[/data/shop] writableHostPaths=[/data/shop]", "weakened", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault hostPaths=[/var/run/docker.sock]", "none", "none..software-sandbox", "none..hardware-vm")]
    [InlineData("seccomp=RuntimeDefault runAsNonRoot droppedCapabilities=[ALL] allowPrivilegeEscalation=false", "hardened-kernel", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault userNamespace droppedCapabilities=[ALL] allowPrivilegeEscalation=false", "hardened-kernel", "software-sandbox", "hardware-vm")]
    [InlineData("seccomp=RuntimeDefault runAsNonRoot droppedCapabilities=[ALL]", "shared-kernel", "software-sandbox", "hardware-vm")] // escalation is allowed unless forbidden
    [InlineData("seccomp=RuntimeDefault privileged?", "none..shared-kernel", "software-sandbox", "none..hardware-vm")]
    public void Settings_leave_what_the_table_says(string settings, string runc, string gvisor, string kata)
    {
        var container = TestModel.Container(settings.Split(' '));
        Assert.Equal(
            (runc, gvisor, kata),
            (TestModel.Effective(TestModel.BuiltIn, "runc", container), TestModel.Effective(TestModel.BuiltIn, "gvisor", container), TestModel.Effective(TestModel.BuiltIn, "kata", container)));
    }

    [Theory]
    [InlineData(true, "shared-kernel")]
    [InlineData(false, "weakened")]
    public void A_declared_node_fact_decides(bool holds, string left) =>
        Assert.Equal(left, TestModel.Effective(TestModel.With($"\"nodes\": {{ \"seccompDefault\": {(holds ? "true" : "false")} }}"), "runc", TestModel.Container("seccomp=Unset")));

    [Fact]
    public void The_weakest_container_decides() => Assert.Equal(
        "none",
        TestModel.Effective(TestModel.BuiltIn, "runc", TestModel.Container("seccomp=RuntimeDefault"), TestModel.Container("seccomp=RuntimeDefault", "privileged")));

    [Theory]
    [InlineData("/etc/", true)]
    [InlineData("/etc/ssl", true)]
    [InlineData("//etc//ssl/.", true)]
    [InlineData("/data/../etc", true)]
    [InlineData("/etcetera", false)]
    [InlineData("/data", false)]
    [InlineData("/", true)]
    [InlineData("/var", true)] // contains /var/lib/kubelet
    public void Paths_count_by_folders_and_not_by_letters(string path, bool isSensitive) => Assert.Equal(
        isSensitive ? "none" : "software-sandbox",
        TestModel.Effective(TestModel.BuiltIn, "gvisor", TestModel.Container($"writableHostPaths=[{path}]")));

    [Fact]
    public void The_order_of_weakenings_and_containers_does_not_matter() =>
        Gen.Select(Settings, Settings, Gen.OneOf(Technologies), Gen.Int[0, 1000]).Sample((first, second, technology, seed) =>
        {
            var random = new Random(seed);
            var definition = BuiltInModel.Definition;
            var shuffled = new ModelIndex(definition with { Weakenings = definition.Weakenings.OrderBy(_ => random.Next()).ToEquatableArray() });
            Assert.Equal(
                TestModel.Effective(TestModel.BuiltIn, technology, first, second),
                TestModel.Effective(shuffled, technology, second, first));
        });

    [Fact]
    public void A_known_value_lies_within_what_was_left_while_it_was_unknown() =>
        Gen.Select(Settings, Gen.OneOf(Technologies), Gen.Bool).Sample((container, technology, value) =>
        {
            var unknown = TestModel.Container([.. Described(container).Where(word => !word.StartsWith("privileged", StringComparison.Ordinal)), "privileged?"]);
            var known = TestModel.Container([.. Described(unknown).Where(word => word != "privileged?"), value ? "privileged" : "privileged=false"]);
            var wide = Interval(TestModel.BuiltIn, technology, unknown);
            var narrow = Interval(TestModel.BuiltIn, technology, known);
            Assert.True(wide.Low <= narrow.Low && narrow.High <= wide.High, $"{technology}: {wide} does not contain {narrow}");
        });

    [Fact]
    public void Declaring_a_node_fact_only_narrows() =>
        Gen.Select(Settings, Gen.OneOf(Technologies), Gen.OneOf(BuiltInModel.Definition.NodeFacts.Select(fact => fact.Id).ToArray()), Gen.Bool).Sample((container, technology, fact, holds) =>
        {
            var declared = new ModelIndex(BuiltInModel.Definition with { NodeDeclarations = new EquatableArray<NodeFactDeclaration>([new(fact, holds)]) });
            var wide = Interval(TestModel.BuiltIn, technology, container);
            var narrow = Interval(declared, technology, container);
            Assert.True(wide.Low <= narrow.Low && narrow.High <= wide.High, $"{technology}: {wide} does not contain {narrow}");
        });

    [Theory]
    [InlineData("privileged")]
    [InlineData("hostPid")]
    [InlineData("hostIpc")]
    [InlineData("hostNetwork")]
    [InlineData("appArmor=Unconfined")]
    [InlineData("hostPaths=[/data]")]
    [InlineData("writableHostPaths=[/etc]")]
    public void Adding_a_weakening_never_strengthens(string weakening) =>
        Gen.Select(Settings, Gen.OneOf(Technologies)).Sample((container, technology) =>
        {
            var name = weakening.Split('=')[0];
            var without = TestModel.Container([.. Described(container).Where(word => word.Split('=', '?')[0] != name)]);
            var with = TestModel.Container([.. Described(without), weakening]);
            var (before, after) = (Interval(TestModel.BuiltIn, technology, without), Interval(TestModel.BuiltIn, technology, with));
            Assert.True(after.Low <= before.Low && after.High <= before.High, $"{technology}: {weakening} turns {before} into {after}");
        });

    private static Gen<WorkloadContainer> Settings => Gen.OneOf(Words).Array[0, 6].Select(words => TestModel.Container(words));

    private static OrdinalInterval Interval(ModelIndex model, string technology, WorkloadContainer container) =>
        EffectiveIsolation.Of(model, model.Technology(technology)!, [container]).Effective!;

    private static IEnumerable<string> Described(WorkloadContainer container) => container.Settings.Select(fact =>
        fact.IsUnresolved ? fact.SettingId + "?"
        : fact.Value is null ? $"{fact.SettingId}=[{string.Join(',', fact.Items.Select(item => item.Value))}]"
        : $"{fact.SettingId}={fact.Value}");
}
