using IsolationModel.Cli.Tests.Support;
using IsolationModel.Data;
using IsolationModel.Evaluation;
using IsolationModel.Json;
using IsolationModel.Modeling;
using IsolationModel.Values;

namespace IsolationModel.Core.Tests.Modeling;

/// <summary>What the built-in catalogue holds: every system and every figure of the founding document, with sources for all that it says.</summary>
public sealed class CatalogueTests
{
    private const string Document = "founding-document";

    private static readonly ModelDefinition Model = BuiltInModel.Definition;

    /// <summary>Sources that nothing cites yet; none may join them.</summary>
    private static readonly string[] NotCitedYet = ["cd-rootless", "gv-crio", "gv-perf", "ka-cg", "kremote", "uk-readme", "wt-inst"];

    [Theory]
    // Virtualisation.
    [InlineData("technology/qemu-kvm", "QEMU/KVM")]
    [InlineData("technology/kubevirt", "KubeVirt")]
    [InlineData("technology/firecracker", "Firecracker")]
    [InlineData("technology/esxi", "VMware ESXi")]
    [InlineData("technology/xen", "Xen")]
    [InlineData("technology/virtualbox", "VirtualBox")]
    [InlineData("technology/vmware-workstation", "VMware Workstation")]
    [InlineData("mechanism/vt-x", "Intel VT-x")]
    [InlineData("mechanism/amd-v", "AMD-V")]
    [InlineData("mechanism/ept", "EPT")]
    [InlineData("mechanism/sr-iov", "SR-IOV")]
    [InlineData("mechanism/vt-d", "VT-d")]
    [InlineData("hardware/tdx", "Intel TDX")]
    [InlineData("hardware/sev", "AMD SEV")]
    // Containerisation.
    [InlineData("platform/docker", "Docker")]
    [InlineData("technology/docker", "Docker")]
    [InlineData("platform/containerd", "containerd")]
    [InlineData("platform/cri-o", "CRI-O")]
    [InlineData("platform/podman", "Podman")]
    [InlineData("technology/podman", "Podman")]
    [InlineData("platform/kubernetes", "Kubernetes")]
    [InlineData("technology/kubernetes", "Kubernetes")]
    [InlineData("platform/k3s", "K3s")]
    [InlineData("technology/k3s", "K3s")]
    [InlineData("technology/k3s-wasmedge", "K3s with WasmEdge")]
    [InlineData("technology/kata-kubernetes", "Kata Containers")]
    [InlineData("platform/kubeedge", "KubeEdge")]
    [InlineData("platform/krustlet", "Krustlet")]
    [InlineData("platform/openstack", "OpenStack")]
    [InlineData("platform/hpa", "HPA")]
    [InlineData("platform/vpa", "VPA")]
    [InlineData("platform/cluster-autoscaler", "CA")]
    [InlineData("mechanism/namespaces", "Linux namespaces")]
    [InlineData("mechanism/cgroups", "cgroups")]
    [InlineData("mechanism/overlayfs", "OverlayFS")]
    [InlineData("mechanism/aufs", "AUFS")]
    [InlineData("mechanism/cri", "CRI")]
    [InlineData("mechanism/cni", "CNI")]
    // Sandboxing.
    [InlineData("technology/gvisor", "gVisor")]
    [InlineData("technology/kata", "Kata Containers")]
    [InlineData("technology/wasmedge", "WasmEdge")]
    [InlineData("technology/wasmtime", "Wasmtime")]
    [InlineData("mechanism/webassembly", "WebAssembly")]
    [InlineData("technology/ios-sandbox", "iOS App Sandbox")]
    [InlineData("technology/android-sandbox", "Android")]
    [InlineData("technology/browser-js", "JavaScript sandbox")]
    [InlineData("mechanism/seccomp", "seccomp")]
    [InlineData("mechanism/apparmor", "AppArmor")]
    [InlineData("mechanism/selinux", "SELinux")]
    [InlineData("mechanism/ebpf", "eBPF")]
    [InlineData("platform/aws-lambda", "AWS Lambda")]
    [InlineData("platform/fargate", "AWS Fargate")]
    [InlineData("platform/cloud-run", "Cloud Run")]
    [InlineData("platform/gke-sandbox", "GKE Sandbox")]
    // Controls and hardware.
    [InlineData("control/falco", "Falco")]
    [InlineData("control/tetragon", "Tetragon")]
    [InlineData("control/cilium", "Cilium")]
    [InlineData("control/opa", "OPA")]
    [InlineData("control/gatekeeper", "Gatekeeper")]
    [InlineData("hardware/bluefield", "NVIDIA BlueField")]
    [InlineData("hardware/ipu", "Intel IPU")]
    [InlineData("hardware/dpu", "DPU")]
    [InlineData("hardware/gpu", "GPU")]
    [InlineData("hardware/cxl", "CXL")]
    public void What_the_founding_document_names_is_there(string reference, string name)
    {
        var entry = Entry(reference);
        Assert.Contains(Document, entry.NamedBy);
        Assert.Contains(name, entry.Name.English, StringComparison.Ordinal);
    }

    [Theory]
    // The table "Figures per technology", attribute by attribute.
    [InlineData("firecracker", "startup", "<125 ms")]
    [InlineData("firecracker", "memoryOverhead", "<5 MB")]
    [InlineData("gvisor", "throughputLoss", "<10 %")]
    [InlineData("kata", "startup", "<1 s")]
    [InlineData("kata", "memoryOverhead", "<128 MB")]
    [InlineData("wasmedge", "startup", "<1 ms")]
    [InlineData("wasmedge", "memoryOverhead", "<1 MB")]
    [InlineData("wasmtime", "throughputLoss", "<5 %")] // near native, which the document equates with it
    public void The_documents_figures_stand_as_claims_beside_the_evidence(string technology, string attribute, string claimed)
    {
        var claim = Entry($"technology/{technology}") is TechnologyDefinition definition ? definition.Find(attribute)!.Claim! : null;
        Assert.Equal((claimed, Document), (((QuantityInterval)claim!.Value).Text, claim.SourceId));
    }

    [Theory]
    [InlineData("technology/gvisor", "100 % of system calls")]
    [InlineData("technology/gvisor", "Cloud Run and GKE Sandbox")]
    [InlineData("technology/firecracker", "AWS Lambda and Fargate")]
    [InlineData("technology/kata", "Kubernetes and OpenStack")]
    [InlineData("technology/wasmedge", "edge computing and serverless")]
    [InlineData("technology/wasmtime", "memory-safe and type-safe")]
    [InlineData("technology/wasmtime", "plug-in systems and cloud functions")]
    [InlineData("control/falco", "system calls, network traffic and file access")]
    [InlineData("control/falco", "5 %")]
    [InlineData("control/tetragon", "Zero overhead")]
    [InlineData("control/tetragon", "system calls and network events")]
    [InlineData("technology/kubernetes", "90 %")]
    [InlineData("technology/wasmedge", "millisecond startup")]
    [InlineData("platform/k3s", "widely used at the edge")]
    public void What_the_document_says_in_words_stands_as_claims_beside_facts(string reference, string words) => Assert.Contains(
        Entry(reference).Facts,
        fact => fact.Claim is { SourceId: Document } claim && claim.Text.Contains(words, StringComparison.Ordinal));

    [Theory]
    // The document's comparison of the families.
    [InlineData("virtualization", "60 s..10 min", "100 MB..10 GB", "5 %..15 %", "hardware-vm", "strong")]
    [InlineData("containerization", "1 ms..60 s", "1 MB..100 MB", "<5 %", "shared-kernel", "medium")]
    [InlineData("sandboxing", "1 ms..1 s", "1 MB..5 MB", "<5 %", "software-sandbox", "strong")]
    public void Families_are_compared_as_the_document_does(string family, string startup, string memory, string loss, string boundary, string isolation)
    {
        var index = new ModelIndex(Model);
        var definition = Model.Families.Single(entry => entry.Id == family);
        Assert.Equal(
            [startup, memory, loss, boundary, isolation],
            new[] { "startup", "memoryOverhead", "throughputLoss", "boundary", "securityIsolation" }.Select(id => ValueText.Of(index, id, definition.Find(id)!.Claim!.Value)));
        Assert.NotEmpty(definition.Fits);
    }

    [Fact]
    public void Every_technology_has_a_boundary_with_a_source() => Assert.All(Model.Technologies, technology =>
    {
        Assert.IsType<OrdinalInterval>(technology.Find("boundary")?.Value);
        Assert.NotEmpty(technology.Find("boundary")!.SourceIds);
    });

    [Fact]
    public void Every_figure_and_every_fact_has_a_source() => Assert.All(Model.Entries, entry =>
    {
        Assert.All(entry.Figures, figure => Assert.True(figure.SourceIds.Count > 0, $"{entry.Reference} {figure.Metric} {figure.Value}"));
        Assert.All(entry.Facts, fact => Assert.True(fact.SourceIds.Count > 0, $"{entry.Reference} {fact.Topic} {fact.Text}"));
    });

    [Fact]
    public void Every_claim_has_its_words_and_a_typical_value_within_its_range()
    {
        var claims = Model.Technologies.SelectMany(technology => technology.Values).Concat(Model.Families.SelectMany(family => family.Values)).Select(value => value.Claim).OfType<AttributeClaim>().ToList();
        Assert.NotEmpty(claims);
        Assert.All(claims, claim =>
        {
            Assert.NotEmpty(claim.Text.Trim());
            Assert.True(claim.Typical is not { High: { } typical } || claim.Value is not QuantityInterval range || range.Contains(typical), $"{claim.Text}: {claim.Typical} outside {claim.Value}");
        });
        Assert.All(Model.Entries.SelectMany(entry => entry.Facts).Select(fact => fact.Claim).OfType<FactClaim>(), claim => Assert.NotEmpty(claim.Text.Trim()));
    }

    [Fact]
    public void Every_source_is_cited_or_is_a_reference_of_the_document_itself()
    {
        var cited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in BuiltInModel.Parts().Where(part => !part.Path.EndsWith("sources.isolation.json", StringComparison.Ordinal)))
        {
            Collect(JsonReader.Read(part.Text).Root!, isSource: false, cited);
        }

        var idle = Model.Sources.Select(source => source.Id)
            .Where(id => !cited.Contains(id) && !id.StartsWith("wiki-", StringComparison.Ordinal) && !id.StartsWith("docs-", StringComparison.Ordinal));
        Assert.Empty(idle.Except(NotCitedYet));
    }

    [Fact]
    public void Nothing_relates_to_itself_and_no_relation_goes_round_in_a_circle()
    {
        foreach (var kind in Enum.GetValues<RelationKind>())
        {
            var targets = Model.Entries.ToDictionary(entry => entry.Reference, entry => entry.Relations.Where(relation => relation.Relation == kind).Select(relation => relation.Target).ToList());
            Assert.All(targets.Keys, start => Assert.False(Reaches(start, start, targets), $"{start} {kind} itself"));
        }
    }

    [Fact]
    public void What_is_run_on_is_a_hypervisor_and_what_runs_modules_is_an_engine()
    {
        foreach (var (relation, kind) in new[] { (RelationKind.Hypervisor, "hypervisor"), (RelationKind.Engine, "engine") })
        {
            var targets = Model.Technologies.SelectMany(technology => technology.Relations).Where(each => each.Relation == relation).Select(each => each.Target.Id).Distinct().ToList();
            Assert.NotEmpty(targets);
            Assert.All(targets, id => Assert.Equal(kind, Model.Technologies.Single(technology => technology.Id == id).Kind));
        }
    }

    [Theory]
    [InlineData("technology/kata", RelationKind.Hypervisor, "technology/qemu-kvm")]
    [InlineData("technology/kata", RelationKind.Hypervisor, "technology/cloud-hypervisor")]
    [InlineData("technology/kata", RelationKind.Hypervisor, "technology/firecracker")]
    [InlineData("technology/kata-fc", RelationKind.Hypervisor, "technology/firecracker")]
    [InlineData("technology/kubevirt", RelationKind.Hypervisor, "technology/qemu-kvm")]
    [InlineData("technology/edera", RelationKind.Hypervisor, "technology/xen")]
    [InlineData("technology/runwasi", RelationKind.Engine, "technology/wasmtime")]
    [InlineData("technology/runc", RelationKind.Uses, "mechanism/namespaces")]
    [InlineData("technology/runc", RelationKind.Uses, "mechanism/cgroups")]
    [InlineData("technology/firecracker", RelationKind.OfferedBy, "platform/aws-lambda")]
    [InlineData("technology/firecracker", RelationKind.OfferedBy, "platform/fargate")]
    [InlineData("technology/gvisor", RelationKind.OfferedBy, "platform/cloud-run")]
    [InlineData("technology/gvisor", RelationKind.OfferedBy, "platform/gke-sandbox")]
    [InlineData("technology/kata", RelationKind.RunsOn, "platform/openstack")]
    [InlineData("mechanism/seccomp", RelationKind.Hardens, "technology/runc")]
    [InlineData("mechanism/apparmor", RelationKind.Hardens, "technology/runc")]
    [InlineData("mechanism/selinux", RelationKind.Hardens, "technology/runc")]
    [InlineData("control/falco", RelationKind.Observes, "technology/runc")]
    [InlineData("control/tetragon", RelationKind.Observes, "platform/kubernetes")]
    [InlineData("control/gatekeeper", RelationKind.PartOf, "control/opa")]
    [InlineData("mechanism/kvm", RelationKind.Uses, "mechanism/vt-x")]
    [InlineData("mechanism/kvm", RelationKind.Uses, "mechanism/amd-v")]
    [InlineData("hardware/bluefield", RelationKind.PartOf, "hardware/dpu")]
    [InlineData("hardware/tdx", RelationKind.RunsOn, "mechanism/vt-x")]
    [InlineData("hardware/sev", RelationKind.RunsOn, "mechanism/amd-v")]
    [InlineData("mechanism/aufs", RelationKind.ReplacedBy, "mechanism/overlayfs")]
    public void Entries_relate_as_the_systems_do(string entry, RelationKind relation, string target) =>
        Assert.Contains(new EntryRelation(relation, EntryReference.Parse(target)!), Entry(entry).Relations);

    [Fact]
    public void What_hardens_and_observes_is_no_scored_technology_of_the_same_kind() => Assert.All(
        Model.Entries.Where(entry => entry.EntryKind is EntryKind.Platform or EntryKind.Hardware),
        entry => Assert.DoesNotContain(entry.Relations, relation => relation.Relation is RelationKind.Hardens or RelationKind.Observes));

    [Fact]
    public void A_stack_runs_on_its_platform_and_belongs_to_the_mechanism_of_what_isolates_it() => Assert.All(
        Model.Technologies.Where(technology => technology.Stack is not null),
        stack => Assert.True(
            stack.Relations.Contains(new EntryRelation(RelationKind.RunsOn, new EntryReference(EntryKind.Platform, stack.Stack!.PlatformId))),
            $"{stack.Id} does not run on {stack.Stack!.PlatformId}"));

    /// <summary>
    /// Where a claim and the evidence differ, reviewed: each line is a place where the document and the sources say different things. A new line is
    /// a new disagreement to look at, not a mistake by itself.
    /// </summary>
    [Fact]
    public void Every_disagreement_between_a_claim_and_the_evidence_is_known()
    {
        var index = new ModelIndex(Model);
        var lines = Disagreement.In(Model).Select(each =>
            $"{(each.IsFamily ? "family" : "technology")} {each.Subject} {each.Value.AttributeId}: claimed {ValueText.Of(index, each.Value.AttributeId, each.Value.Claim!.Value)}, found {ValueText.Of(index, each.Value.AttributeId, each.Value.Value)} ({each.Kind})\n");
        Golden.Verify("Disagreements.verified.txt", string.Concat(lines));
    }

    private static bool Reaches(EntryReference from, EntryReference goal, Dictionary<EntryReference, List<EntryReference>> targets)
    {
        var seen = new HashSet<EntryReference>();
        var waiting = new Stack<EntryReference>(targets[from]);
        while (waiting.TryPop(out var next))
        {
            if (next == goal)
            {
                return true;
            }

            if (seen.Add(next))
            {
                targets[next].ForEach(waiting.Push);
            }
        }

        return false;
    }

    private static void Collect(DataNode node, bool isSource, HashSet<string> cited)
    {
        switch (node)
        {
            case DataScalar scalar when isSource:
                cited.Add(scalar.Value);
                break;
            case DataSequence sequence:
                foreach (var item in sequence.Items)
                {
                    Collect(item, isSource, cited);
                }

                break;
            case DataMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Collect(entry.Value, entry.Key.Value is "source" or "sources" or "namedBy", cited);
                }

                break;
        }
    }

    private static CatalogEntryDefinition Entry(string reference) => Assert.Single(Model.Entries, entry => entry.Reference.ToString() == reference);
}
