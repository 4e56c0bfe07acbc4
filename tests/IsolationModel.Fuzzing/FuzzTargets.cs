using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Fuzzing.Targets;

namespace IsolationModel.Fuzzing;

/// <summary>The registry of targets: one line a target, the cheap ones first.</summary>
internal static class FuzzTargets
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new JsonTarget(),
        new YamlTarget(),
        new TomlTarget(),
        new NeedTarget(),
        new QuantityTarget(),
        new PatternTarget(),
        new SuppressionTarget(),
        new BaselineTarget(),
        new SettingsTarget(),
        new ModelTarget(),
        new DescriptorTarget("kubernetes", SeedKinds.IsKubernetes),
        new DescriptorTarget("docker", SeedKinds.IsDocker),
        new DescriptorTarget("nodes", SeedKinds.IsOfNodes),
        new RunTarget("compose", SeedKinds.IsCompose),
        new RunTarget("kustomize", SeedKinds.IsKustomize),
        new RunTarget("helm", SeedKinds.IsHelm),
        new RunTarget("pipeline", static _ => true),
        new PolicyTarget(),
        new ToolTarget(),
        new CompilerTarget(),
    ];

    /// <summary>The target of a name, or null.</summary>
    public static IFuzzTarget? Find(string name) => All.FirstOrDefault(target => string.Equals(target.Name, name, StringComparison.Ordinal));
}
