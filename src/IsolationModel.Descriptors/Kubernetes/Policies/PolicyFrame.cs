using System.Globalization;
using IsolationModel.Evaluation;
using IsolationModel.Policies;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>What the documents of all targets share: names, selection, and the parts that look the same.</summary>
/// <param name="model">The model.</param>
/// <param name="policy">The policy.</param>
internal sealed class PolicyFrame(ModelIndex model, IsolationPolicy policy)
{
    private const string Domain = "isolationmodel.dev";

    public ModelIndex Model => model;

    public IsolationPolicy Policy => policy;

    public bool Proves => policy.Mode == PolicyMode.Prove;

    /// <summary>
    /// What happens to a pod that cannot be judged, because an expression or the engine fails: it is not shown to meet the needs, and it does not
    /// certainly fail them either.
    /// </summary>
    public string FailurePolicy => Proves ? "Fail" : "Ignore";

    /// <summary>The needs as one word.</summary>
    public string Slug { get; } = PolicyNames.Slug(policy);

    /// <summary>The name of the policy; both modes may be in a cluster at once.</summary>
    public string Name => $"isolation-{Slug}{(Proves ? string.Empty : "-refute")}";

    /// <summary>
    /// The label that a namespace is chosen by. One key a policy, so that a namespace may be under several; annotations, which hold the needs
    /// themselves, cannot be selected by.
    /// </summary>
    public string Label => $"{(Proves ? "enforce" : "refute")}.{Domain}/{Slug}";

    public RuntimeClassMap Classes { get; } = RuntimeClassMap.Of(model, policy.Mode);

    /// <summary>Needs as they are declared.</summary>
    private string Needs => string.Join(", ", policy.Needs.Select(static need => need.Token));

    /// <summary>What stands above everything.</summary>
    public string Opening(string how) => $"{(Proves ? $"Admits a pod only where it is shown to meet {Needs}." : $"Tells of a pod that certainly fails {Needs}; what is open passes.")}\n"
        + "Derived from the isolation model: export it again instead of editing it. Only the map of runtime classes is to be edited.\n"
        + $"It holds in namespaces with the label {Label}: \"true\":\n"
        + $"  kubectl label namespace NAME {Label}=true\n"
        + how;

    public void Metadata(YamlText yaml, string name, Action? more = null) => yaml.Field("metadata", () =>
    {
        yaml.Field("name", name);
        more?.Invoke();
        yaml.Field("annotations", () =>
        {
            yaml.Field($"{Domain}/model", $"{model.Definition.Id}@{model.Definition.Version}");
            yaml.Field($"{Domain}/needs", Needs);
            yaml.Field($"{Domain}/mode", Proves ? "prove" : "refute");
            if (NodeFacts.Length > 0)
            {
                yaml.Field($"{Domain}/node-facts", NodeFacts);
            }
        });
    });

    /// <summary>What the model declares of nodes, so that whoever reads the policy sees on what it rests.</summary>
    private string NodeFacts => string.Join(", ", model.Definition.NodeDeclarations.Select(static declared => $"{declared.FactId}={(declared.Holds ? "true" : "false")}"));

    public void NamespaceSelector(YamlText yaml) => yaml.Field("namespaceSelector", () => yaml.Field("matchLabels", () => yaml.Field(Label, "true")));

    /// <summary>
    /// The pod's spec does not change after it is made, but for containers that are added for debugging. Other updates are not judged: a pod that was
    /// there before the policy must still be able to lose its finalizers.
    /// </summary>
    public static void PodRules(YamlText yaml)
    {
        Rule(yaml, [string.Empty], ["CREATE"], ["pods"]);
        Rule(yaml, [string.Empty], ["UPDATE"], ["pods/ephemeralcontainers"]);
    }

    /// <summary>Objects of Kubernetes that make pods.</summary>
    public static void TemplateRules(YamlText yaml)
    {
        Rule(yaml, [string.Empty], ["CREATE", "UPDATE"], ["replicationcontrollers"]);
        Rule(yaml, ["apps"], ["CREATE", "UPDATE"], ["daemonsets", "deployments", "replicasets", "statefulsets"]);
        Rule(yaml, ["batch"], ["CREATE", "UPDATE"], ["cronjobs", "jobs"]);
    }

    public static void Program(YamlText yaml, PolicyProgram program)
    {
        yaml.List("variables", program.Variables, variable =>
        {
            yaml.Field("name", variable.Name);
            yaml.Expression("expression", variable.Expression.Text);
        });
        yaml.List("validations", program.Validations, validation =>
        {
            yaml.Expression("expression", validation.Expression.Text);
            yaml.Expression("messageExpression", validation.Message.Text);
        });
    }

    /// <summary>The map, with what may be added to it once somebody has looked.</summary>
    public void ClassEntries(YamlText yaml)
    {
        foreach (var entry in Classes.Entries)
        {
            yaml.Field(entry.Key, entry.Value);
        }
    }

    /// <summary>What the map is and how it is completed.</summary>
    /// <param name="shape">How an entry is written, with places for class and technology.</param>
    public string ClassHelp(string shape = "  {0}: {1}")
    {
        const string what = "Which technology runs pods of a runtime class; _default runs those without one, _default.windows those of Windows, and _untrusted those with the annotation io.kubernetes.cri.untrusted-workload.\n"
            + "See what each class of the cluster really starts: kubectl get runtimeclasses, and the handler in the configuration of the nodes.\n";
        return what + (Classes.Offered.Count == 0
            ? string.Empty
            : "A name proves nothing, so that these usual meanings do not count before you add them:\n" + string.Concat(Classes.Offered.Select(entry => string.Format(CultureInfo.InvariantCulture, shape, entry.Key, entry.Value) + "\n")));
    }

    private static void Rule(YamlText yaml, string[] groups, string[] operations, string[] resources) => yaml.Item(() =>
    {
        yaml.Texts("apiGroups", groups);
        yaml.Texts("apiVersions", "v1");
        yaml.Texts("operations", operations);
        yaml.Texts("resources", resources);
    });
}
