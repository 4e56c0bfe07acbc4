namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>
/// A ValidatingAdmissionPolicy (admissionregistration.k8s.io/v1) with its bindings and its parameter. Pods are what is refused, since nothing else
/// runs; templates of what makes pods are only told of, early, because admission may still change the pods that are made after them.
/// </summary>
internal static class AdmissionPolicyDocuments
{
    private const string Group = "admissionregistration.k8s.io/v1";
    private const string Namespace = "isolation-system";
    private const string Map = "isolation-runtime-classes";

    public static void Write(YamlText yaml, PolicyFrame frame)
    {
        yaml.Document(frame.Opening("For Kubernetes 1.30 and later."), () =>
        {
            yaml.Field("apiVersion", "v1");
            yaml.Field("kind", "Namespace");
            yaml.Field("metadata", () => yaml.Field("name", Namespace));
        });
        yaml.Document(frame.ClassHelp(), () =>
        {
            yaml.Field("apiVersion", "v1");
            yaml.Field("kind", "ConfigMap");
            yaml.Field("metadata", () =>
            {
                yaml.Field("name", MapOf(frame));
                yaml.Field("namespace", Namespace);
            });
            yaml.Field("data", () => frame.ClassEntries(yaml));
        });
        yaml.Document(string.Empty, () => Policy(yaml, frame));
        yaml.Document(string.Empty, () => Binding(yaml, frame, frame.Name, frame.Proves ? ["Deny"] : ["Warn", "Audit"], frame.Proves, PolicyFrame.PodRules));
        yaml.Document("Tells whoever applies a template that its pods would be refused; it refuses no template.", () =>
            Binding(yaml, frame, frame.Name + "-templates", ["Warn"], false, PolicyFrame.TemplateRules));
    }

    /// <summary>What usual meanings of names count for differs between the modes, so that each has a map of its own.</summary>
    private static string MapOf(PolicyFrame frame) => frame.Proves ? Map : Map + "-refute";

    private static void Policy(YamlText yaml, PolicyFrame frame)
    {
        yaml.Field("apiVersion", Group);
        yaml.Field("kind", "ValidatingAdmissionPolicy");
        frame.Metadata(yaml, frame.Name);
        yaml.Field("spec", () =>
        {
            yaml.Field("failurePolicy", frame.FailurePolicy);
            yaml.Field("paramKind", () =>
            {
                yaml.Field("apiVersion", "v1");
                yaml.Field("kind", "ConfigMap");
            });
            yaml.Field("matchConstraints", () => yaml.Items("resourceRules", () =>
            {
                PolicyFrame.PodRules(yaml);
                PolicyFrame.TemplateRules(yaml);
            }));
            PolicyFrame.Program(yaml, PolicyProgram.Of(frame.Model, frame.Policy, "object", "params.data", $"ConfigMap {Namespace}/{MapOf(frame)}"));
        });
    }

    /// <summary>
    /// A binding. Without its map the API server would refuse a request whatever the actions say, since it takes that for a mistake in the binding
    /// (apiserver pkg/admission/plugin/policy/validating/dispatcher.go), so that only a binding that refuses needs the map.
    /// </summary>
    private static void Binding(YamlText yaml, PolicyFrame frame, string name, string[] actions, bool needsMap, Action<YamlText> rules)
    {
        yaml.Field("apiVersion", Group);
        yaml.Field("kind", "ValidatingAdmissionPolicyBinding");
        yaml.Field("metadata", () => yaml.Field("name", name));
        yaml.Field("spec", () =>
        {
            yaml.Field("policyName", frame.Name);
            yaml.Texts("validationActions", actions);
            yaml.Field("paramRef", () =>
            {
                yaml.Field("name", MapOf(frame));
                yaml.Field("namespace", Namespace);
                yaml.Field("parameterNotFoundAction", needsMap ? "Deny" : "Allow");
            });
            yaml.Field("matchResources", () =>
            {
                frame.NamespaceSelector(yaml);
                yaml.Items("resourceRules", () => rules(yaml));
            });
        });
    }
}
