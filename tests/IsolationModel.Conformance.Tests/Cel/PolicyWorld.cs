using IsolationModel.Conformance.PodSecurity;
using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Workloads;

namespace IsolationModel.Conformance.Cel;

/// <summary>A cluster that has a runtime class for every technology, and what is known of its nodes.</summary>
internal static class PolicyWorld
{
    private static readonly string[] Facts = [.. BuiltInModel.Definition.NodeFacts.Select(fact => fact.Id)];

    /// <summary>Technologies that a runtime name picks or that a platform brings.</summary>
    private static readonly IReadOnlyList<string> Technologies = [.. BuiltInModel.Definition.Technologies
        .Where(technology => technology.Stack is not null || new ModelIndex(BuiltInModel.Definition).HasRuntimeName(technology.Id))
        .Select(technology => technology.Id)];

    /// <summary>Names of classes: one for each technology, some that only their names tell of, and one that nothing tells of.</summary>
    public static IReadOnlyList<string> Classes { get; } = [.. Technologies.Select(ClassOf), "gvisor", "kata-qemu", "runc", "unheard-of"];

    /// <summary>The same cluster with nothing known of its nodes, with every fact, and with none of them.</summary>
    public static IReadOnlyList<ModelIndex> Models { get; } = [Model(null), Model(true), Model(false)];

    /// <summary>Every level and every need that takes no parameter, a level of our own that hardening reaches, limits, and several needs at once.</summary>
    public static IReadOnlyList<string> Needs { get; } =
    [
        .. BuiltInModel.Definition.Needs.Where(need => need.Kind == NeedKind.Level).Select(need => $"level:{need.Id}"),
        .. BuiltInModel.Definition.Needs.Where(need => need.Kind is NeedKind.Threat or NeedKind.Compatibility && need.ParameterAttributeId is null).Select(need => need.Id),
        "hardened",
        "startup <= 125 ms",
        "level:high, gpu",
        "hostile-tenants, memory <= 200 MB",
        "arch:arm64, level:medium",
    ];

    /// <summary>The class that picks a technology.</summary>
    public static string ClassOf(string technology) => "on-" + technology;

    /// <summary>The verdict on the one pod of a file.</summary>
    public static Verdict Judge(ModelIndex model, DescriptorFile file, string need) =>
        Assert.Single(Evaluator.Evaluate(model, [file], [NeedDeclaration.ForRun(NeedCarrier.Needs, need)], TestContext.Current.CancellationToken).Workloads).Verdict;

    /// <summary>A pod as the front ends read it. What it declares itself, as the annotation for untrusted workloads does, is no part of a policy.</summary>
    public static DescriptorFile Read(string pod)
    {
        var file = Admission.Read(pod, "deploy/pod.json");
        return file with { Workloads = [.. file.Workloads.Select(workload => workload with { Needs = [] })] };
    }

    private static ModelIndex Model(bool? facts)
    {
        var names = string.Join(", ", Technologies.Select(technology => $$"""
            "{{ClassOf(technology)}}": { "technology": "{{technology}}" }
            """));
        var nodes = facts is { } holds ? $"\"nodes\": {{ {string.Join(", ", Facts.Select(fact => $"\"{fact}\": {(holds ? "true" : "false")}"))} }}," : string.Empty;
        var read = ModelReader.Extend(BuiltInModel.Definition, [new ModelText("world.isolation.json", $$"""
            {
              "formatVersion": "1.0",
              "model": { "id": "world", "version": "1.0.0", "title": "A cluster with everything", "extends": { "isolation-model": "^0.1" } },
              {{nodes}}
              "needs": { "threats": { "hardened": { "name": { "en": "hardened" }, "require": [{ "attribute": "boundary", "atLeast": "hardened-kernel" }], "rationale": "A test." } } },
              "names": { "runtimeClass": { {{names}} } }
            }
            """)]);
        Assert.Empty(read.Findings);
        return new ModelIndex(read.Model);
    }
}
