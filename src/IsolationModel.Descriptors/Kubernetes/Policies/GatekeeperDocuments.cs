namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>
/// A ConstraintTemplate for the CEL engine of Gatekeeper and a Constraint of its kind, whose parameters hold the map of classes. The object is
/// <c>variables.anyObject</c> there, and the parameters are <c>variables.params</c> (gatekeeper pkg/drivers/k8scel/schema).
/// </summary>
internal static class GatekeeperDocuments
{
    private const string Classes = "runtimeClasses";

    public static void Write(YamlText yaml, PolicyFrame frame)
    {
        var kind = PolicyNames.Pascal(frame.Name);
        yaml.Document(frame.Opening("For Gatekeeper 3.18 and later. It judges every update of a pod, too, also of one that was there before."), () => Template(yaml, frame, kind));
        yaml.Document(frame.ClassHelp(), () => Constraint(yaml, frame, kind));
    }

    private static void Template(YamlText yaml, PolicyFrame frame, string kind)
    {
        yaml.Field("apiVersion", "templates.gatekeeper.sh/v1");
        yaml.Field("kind", "ConstraintTemplate");
        // Gatekeeper wants the name to be the kind in small letters.
        frame.Metadata(yaml, kind.ToLowerInvariant());
        yaml.Field("spec", () =>
        {
            yaml.Field("crd", () => yaml.Field("spec", () =>
            {
                yaml.Field("names", () => yaml.Field("kind", kind));
                yaml.Field("validation", () => yaml.Field("openAPIV3Schema", () =>
                {
                    yaml.Field("type", "object");
                    yaml.Field("properties", () => yaml.Field(Classes, () =>
                    {
                        yaml.Field("type", "object");
                        yaml.Field("description", "Which technology runs pods of a runtime class.");
                        yaml.Field("additionalProperties", () => yaml.Field("type", "string"));
                    }));
                }));
            }));
            yaml.Items("targets", () => yaml.Item(() =>
            {
                yaml.Field("target", "admission.k8s.gatekeeper.sh");
                yaml.Items("code", () => yaml.Item(() =>
                {
                    yaml.Field("engine", "K8sNativeValidation");
                    yaml.Field("source", () =>
                    {
                        yaml.Field("failurePolicy", frame.FailurePolicy);
                        PolicyFrame.Program(yaml, PolicyProgram.Of(
                            frame.Model, frame.Policy, "variables.anyObject", "variables.params." + Classes, $"{Classes} of the constraint {frame.Name}"));
                    });
                }));
            }));
        });
    }

    private static void Constraint(YamlText yaml, PolicyFrame frame, string kind)
    {
        yaml.Field("apiVersion", "constraints.gatekeeper.sh/v1beta1");
        yaml.Field("kind", kind);
        yaml.Field("metadata", () => yaml.Field("name", frame.Name));
        yaml.Field("spec", () =>
        {
            yaml.Field("enforcementAction", frame.Proves ? "deny" : "warn");
            yaml.Field("match", () =>
            {
                yaml.Items("kinds", () => yaml.Item(() =>
                {
                    yaml.Texts("apiGroups", string.Empty);
                    yaml.Texts("kinds", "Pod");
                }));
                frame.NamespaceSelector(yaml);
            });
            yaml.Field("parameters", () => yaml.Field(Classes, () => frame.ClassEntries(yaml)));
        });
    }
}
