using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>
/// A ValidatingPolicy of Kyverno (policies.kyverno.io/v1). The map of classes is the first variable of the policy: it needs no rights to read
/// other objects, and the command line of Kyverno judges files by it. With two rules for resources Kyverno makes no copies for what makes pods
/// (kyverno pkg/cel/autogen), so that pods alone are judged, as they are in the end.
/// </summary>
internal static class KyvernoDocuments
{
    private const string Classes = "runtimeClasses";

    public static void Write(YamlText yaml, PolicyFrame frame) =>
        yaml.Document(frame.Opening("For Kyverno 1.17 and later.") + "\n" + frame.ClassHelp("  '{0}': '{1}',"), () =>
        {
            yaml.Field("apiVersion", "policies.kyverno.io/v1");
            yaml.Field("kind", "ValidatingPolicy");
            frame.Metadata(yaml, frame.Name);
            yaml.Field("spec", () =>
            {
                yaml.Field("failurePolicy", frame.FailurePolicy);
                yaml.Texts("validationActions", frame.Proves ? ["Deny"] : ["Warn", "Audit"]);
                yaml.Field("matchConstraints", () =>
                {
                    frame.NamespaceSelector(yaml);
                    yaml.Items("resourceRules", () => PolicyFrame.PodRules(yaml));
                });
                PolicyFrame.Program(yaml, PolicyProgram.Of(
                    frame.Model, frame.Policy, "object", "variables." + Classes, $"variable {Classes} of policy {frame.Name}", new PolicyVariable(Classes, Primary(Map(frame)))));
            });
        });

    private static string Map(PolicyFrame frame) =>
        $"{{\n  {string.Join(",\n  ", frame.Classes.Entries.Select(static entry => $"{Quote(entry.Key)}: {Quote(entry.Value)}"))}\n}}";
}
