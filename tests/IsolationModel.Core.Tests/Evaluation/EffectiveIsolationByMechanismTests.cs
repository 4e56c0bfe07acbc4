using IsolationModel.Evaluation;
using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>What settings leave under the mechanisms beside namespaces, application kernels and Kata Containers, and what nodes decide.</summary>
public sealed class EffectiveIsolationByMechanismTests
{
    [Theory]
    // An engine that runs a module, a shim that can also start plain containers, a confidential guest, a Windows silo, a pod in a user namespace.
    [InlineData("seccomp=RuntimeDefault", "software-sandbox", "shared-kernel..software-sandbox", "hardware-vm", "shared-kernel", "shared-kernel..hardened-kernel")]
    [InlineData("seccomp=Unset", "software-sandbox", "weakened..software-sandbox", "hardware-vm", "shared-kernel", "weakened..shared-kernel")]
    [InlineData("seccomp=Unconfined", "weakened", "weakened", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault appArmor=Unconfined", "weakened", "weakened", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault privileged", "none", "none", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault privileged userNamespace", "weakened", "weakened", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault hostPid", "weakened", "weakened", "hardware-vm", "shared-kernel", "shared-kernel..hardened-kernel")] // refused in a user namespace
    [InlineData("seccomp=RuntimeDefault hostPid addedCapabilities=[SYS_PTRACE]", "none", "none", "hardware-vm", "shared-kernel", "none")]
    [InlineData("seccomp=RuntimeDefault hostIpc", "weakened", "weakened", "hardware-vm", "shared-kernel", "shared-kernel..hardened-kernel")] // refused in a user namespace
    [InlineData("seccomp=RuntimeDefault hostNetwork", "weakened", "weakened", "hardware-vm", "shared-kernel", "shared-kernel..hardened-kernel")] // refused in a user namespace
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[ALL]", "none", "none", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[DAC_READ_SEARCH]", "none", "none", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[DAC_READ_SEARCH] userNamespace", "weakened", "weakened", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[SYS_ADMIN]", "weakened", "weakened", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=Unconfined addedCapabilities=[SYS_ADMIN]", "none", "none", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault appArmor=Unconfined addedCapabilities=[SYS_ADMIN]", "none", "none", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=Unset addedCapabilities=[SYS_ADMIN]", "none..weakened", "none..weakened", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault addedCapabilities=[NET_RAW]", "weakened", "weakened", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault procMount=Unmasked", "weakened", "weakened", "hardware-vm", "shared-kernel", "shared-kernel..hardened-kernel")]
    [InlineData("seccomp=RuntimeDefault writableHostPaths=[/etc] hostPaths=[/etc]", "none", "none", "hardware-vm", "none", "none")]
    [InlineData("seccomp=RuntimeDefault hostPaths=[/etc]", "software-sandbox", "weakened", "hardware-vm", "weakened", "weakened")]
    [InlineData("seccomp=RuntimeDefault hostPaths=[/data]", "software-sandbox", "weakened", "hardware-vm", "weakened", "weakened")]
    [InlineData("seccomp=RuntimeDefault hostPaths=[/var/run/docker.sock]", "none", "none", "hardware-vm", "none", "none")]
    [InlineData("seccomp=RuntimeDefault wasmOnly", "software-sandbox", "software-sandbox", "hardware-vm", "shared-kernel", "shared-kernel..hardened-kernel")]
    [InlineData("seccomp=RuntimeDefault wasmOnly hostPaths=[/data]", "software-sandbox", "software-sandbox", "hardware-vm", "weakened", "weakened")]
    [InlineData("seccomp=RuntimeDefault wasmOnly privileged", "none", "none", "hardware-vm", "shared-kernel", "weakened")]
    [InlineData("seccomp=RuntimeDefault wasmOnly?", "software-sandbox", "shared-kernel..software-sandbox", "hardware-vm", "shared-kernel", "shared-kernel..hardened-kernel")]
    [InlineData("seccomp=RuntimeDefault userNamespace", "software-sandbox", "shared-kernel..software-sandbox", "hardware-vm", "shared-kernel", "shared-kernel..hardened-kernel")]
    [InlineData("seccomp=RuntimeDefault runAsNonRoot droppedCapabilities=[ALL] allowPrivilegeEscalation=false", "software-sandbox", "hardened-kernel..software-sandbox", "hardware-vm", "shared-kernel", "hardened-kernel")]
    [InlineData("seccomp=Unset runAsNonRoot droppedCapabilities=[ALL] allowPrivilegeEscalation=false", "software-sandbox", "weakened..software-sandbox", "hardware-vm", "shared-kernel", "weakened..shared-kernel")]
    public void Settings_leave_what_the_mechanism_lets_them(string settings, string wasm, string shim, string confidential, string silo, string userNamespace)
    {
        var container = TestModel.Container(settings.Split(' '));
        Assert.Equal(
            [wasm, shim, confidential, silo, userNamespace],
            new[] { "wasmtime", "runwasi", "coco", "windows-process", "userns-pod" }.Select(id => TestModel.Effective(TestModel.BuiltIn, id, container)));
    }

    [Theory]
    [InlineData("browser-js")] // a sandbox of the operating system
    [InlineData("v8-isolates")] // a language's virtual machine
    [InlineData("sgx-gramine")] // an enclave
    [InlineData("hostprocess")] // there is no boundary to lose
    public void What_is_configured_for_containers_does_not_touch_other_mechanisms(string technology)
    {
        var all = TestModel.Container("privileged", "hostPid", "hostNetwork", "seccomp=Unconfined", "addedCapabilities=[ALL]", "writableHostPaths=[/etc]", "hostPaths=[/etc]");
        var isolation = EffectiveIsolation.Of(TestModel.BuiltIn, TestModel.BuiltIn.Technology(technology)!, [all]);
        Assert.Equal(isolation.Base, isolation.Effective);
        Assert.Empty(isolation.Effects);
    }

    [Theory]
    [InlineData("runc", "seccompDefault", "seccomp=Unset", "weakened..shared-kernel", "shared-kernel", "weakened")]
    [InlineData("runc", "seccompDefault", "seccomp=Unset addedCapabilities=[SYS_ADMIN]", "none..weakened", "weakened", "none")]
    [InlineData("runwasi", "seccompDefault", "seccomp=Unset wasmOnly", "weakened..software-sandbox", "software-sandbox", "weakened")]
    [InlineData("gvisor", "seccompDefault", "seccomp=Unset", "software-sandbox", "software-sandbox", "software-sandbox")]
    [InlineData("kata", "privilegedWithoutHostDevices", "privileged", "none..hardware-vm", "hardware-vm", "none")]
    [InlineData("kata", "privilegedWithoutHostDevices", "privileged userNamespace", "none..hardware-vm", "hardware-vm", "none")]
    [InlineData("kata-kubernetes", "privilegedWithoutHostDevices", "privileged", "none..hardware-vm", "hardware-vm", "none")]
    [InlineData("coco", "privilegedWithoutHostDevices", "privileged", "hardware-vm", "hardware-vm", "hardware-vm")]
    [InlineData("gvisor", "hostUdsNone", "hostPaths=[/run/containerd/containerd.sock]", "none..software-sandbox", "software-sandbox", "none")]
    [InlineData("kata", "hostSocketsNotShared", "hostPaths=[/var/run/docker.sock]", "none..hardware-vm", "hardware-vm", "none")]
    [InlineData("runc", "hostSocketsNotShared", "hostPaths=[/var/run/docker.sock]", "none", "none", "none")]
    public void A_node_fact_decides_once_it_is_declared(string technology, string fact, string settings, string undeclared, string holds, string doesNotHold)
    {
        var container = TestModel.Container(settings.Split(' '));
        Assert.Equal(
            (undeclared, holds, doesNotHold),
            (TestModel.Effective(TestModel.BuiltIn, technology, container),
             TestModel.Effective(TestModel.With($"\"nodes\": {{ \"{fact}\": true }}"), technology, container),
             TestModel.Effective(TestModel.With($"\"nodes\": {{ \"{fact}\": false }}"), technology, container)));
    }

    [Theory]
    [InlineData("gvisor", "hostNetwork", "host-network", "Unsupported")]
    [InlineData("kata", "hostNetwork", "host-network", "Unsupported")]
    [InlineData("runc", "hostNetwork userNamespace", "host-namespaces-with-user-namespace", "Unsupported")]
    [InlineData("userns-pod", "hostPid", "host-pid", "Unsupported")]
    [InlineData("sysbox", "privileged", "privileged", "Unsupported")]
    [InlineData("windows-process", "privileged", "privileged", "Unsupported")]
    [InlineData("gvisor", "seccomp=RuntimeDefault", "seccomp-without-effect-in-sandbox", "Ignored")]
    [InlineData("kata", "seccomp=Localhost", "seccomp-without-effect", "Ignored")]
    [InlineData("gvisor", "privileged", "privileged", "Ignored")]
    [InlineData("gvisor", "appArmor=Unconfined", "app-armor-unconfined", "Ignored")]
    [InlineData("kata", "hostPid", "host-pid", "Ignored")]
    [InlineData("kata", "hostPaths=[/data]", "host-path", "Note")]
    [InlineData("coco", "writableHostPaths=[/etc]", "host-path-sensitive", "Note")]
    public void What_has_no_effect_or_is_refused_is_still_told(string technology, string settings, string weakening, string kind)
    {
        var isolation = EffectiveIsolation.Of(TestModel.BuiltIn, TestModel.BuiltIn.Technology(technology)!, [TestModel.Container(settings.Split(' '))]);
        var effect = Assert.Single(isolation.Effects, effect => effect.Weakening.Id == weakening);
        Assert.Equal(kind, effect.Effect.Kind.ToString());
        Assert.True(effect.IsCertain);
        Assert.NotEmpty(effect.Effect.Why);
        var top = TestModel.BuiltIn.BoundaryScale.Levels.Count;
        Assert.Equal((top, top), (effect.Low, effect.High));
    }

    [Fact]
    public void A_plain_container_beside_modules_counts_as_one()
    {
        Assert.Equal("software-sandbox", TestModel.Effective(TestModel.BuiltIn, "runwasi", Module(), Module()));
        Assert.Equal("shared-kernel..software-sandbox", TestModel.Effective(TestModel.BuiltIn, "runwasi", Module(), TestModel.Container("seccomp=RuntimeDefault")));

        static Workloads.WorkloadContainer Module() => TestModel.Container("seccomp=RuntimeDefault", "wasmOnly");
    }

    [Fact]
    public void The_same_place_is_told_once_however_many_containers_it_reaches()
    {
        var container = TestModel.Container("privileged");
        var isolation = EffectiveIsolation.Of(TestModel.BuiltIn, TestModel.BuiltIn.Technology("runc")!, [container, container with { Name = "container 'other'" }]);
        Assert.Equal(isolation.Effects.Count, isolation.Effects.Select(effect => (effect.Weakening.Id, effect.Range)).Distinct().Count());
        Assert.All(isolation.Effects, effect => Assert.Equal("container 'main'", effect.Container));
    }

    [Fact]
    public void Without_containers_the_technologys_own_boundary_is_left()
    {
        var isolation = EffectiveIsolation.Of(TestModel.BuiltIn, TestModel.BuiltIn.Technology("runwasi")!, []);
        Assert.Equal(new OrdinalInterval(2, 4), isolation.Effective);
        Assert.Equal(isolation.Base, isolation.Effective);
    }

    [Fact]
    public void Of_an_unknown_boundary_nothing_is_told_but_the_effects()
    {
        var model = TestModel.With("\"technologies\": { \"own\": { \"name\": \"Own\", \"kind\": \"runtime\", \"mechanism\": \"linux-namespaces\", \"summary\": \"x\" } }");
        var isolation = EffectiveIsolation.Of(model, model.Technology("own")!, [TestModel.Container("privileged")]);
        Assert.Null(isolation.Base);
        Assert.Null(isolation.Effective);
        Assert.Contains(isolation.Effects, effect => effect.Weakening.Id == "privileged");
    }

    [Fact]
    public void A_technologys_own_effect_wins_over_its_mechanisms()
    {
        // Confidential guests get copies of host paths; other machines mount the paths themselves.
        var container = TestModel.Container("writableHostPaths=[/etc]");
        Assert.Equal(("hardware-vm", "none"), (TestModel.Effective(TestModel.BuiltIn, "coco", container), TestModel.Effective(TestModel.BuiltIn, "kata", container)));
    }

    [Theory]
    [InlineData("shared-kernel", "hardened-kernel")]
    [InlineData("shared-kernel..hardened-kernel", "hardened-kernel")]
    [InlineData("weakened", "weakened")] // what is weakened already is not hardened by it
    [InlineData("weakened..shared-kernel", "weakened..shared-kernel")]
    [InlineData("none", "none")]
    public void Hardening_lifts_exactly_one_level(string boundary, string left)
    {
        var model = TestModel.With($$""" "technologies": { "own": { "name": "Own", "kind": "runtime", "mechanism": "linux-namespaces", "summary": "x", "values": { "boundary": "{{boundary}}" } } } """);
        var hardened = TestModel.Container("seccomp=RuntimeDefault", "runAsNonRoot", "droppedCapabilities=[ALL]", "allowPrivilegeEscalation=false");
        Assert.Equal(left, TestModel.Effective(model, "own", hardened));
    }

    [Fact]
    public void Hardening_never_turns_a_shared_kernel_into_a_sandbox()
    {
        var hardened = TestModel.Container("seccomp=RuntimeDefault", "userNamespace", "runAsNonRoot", "droppedCapabilities=[ALL]", "allowPrivilegeEscalation=false", "wasmOnly");
        Assert.All(
            TestModel.BuiltIn.Definition.Technologies.Where(technology => technology.MechanismId == "linux-namespaces"),
            technology => Assert.True(EffectiveIsolation.Of(TestModel.BuiltIn, technology, [hardened]).Effective!.High <= 3, technology.Id));
    }
}
