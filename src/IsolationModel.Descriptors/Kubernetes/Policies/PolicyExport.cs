using IsolationModel.Evaluation;
using IsolationModel.Policies;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>Verdicts as objects that a cluster enforces.</summary>
public static class PolicyExport
{
    /// <summary>The ids of the settings that a Pod can say: what a policy for Pods is derived for.</summary>
    public static IReadOnlyCollection<string> Settings => PodReadings.Settings;

    /// <summary>Writes a policy as YAML documents.</summary>
    /// <param name="model">The model that the policy was derived from.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="target">What enforces it.</param>
    public static string Write(ModelIndex model, IsolationPolicy policy, PolicyTarget target)
    {
        if (model is null)
        {
            throw new ArgumentNullException(nameof(model));
        }

        var frame = new PolicyFrame(model, policy ?? throw new ArgumentNullException(nameof(policy)));
        var yaml = new YamlText();
        switch (target)
        {
            case PolicyTarget.Kyverno:
                KyvernoDocuments.Write(yaml, frame);
                break;
            case PolicyTarget.Gatekeeper:
                GatekeeperDocuments.Write(yaml, frame);
                break;
            default:
                AdmissionPolicyDocuments.Write(yaml, frame);
                break;
        }

        return yaml.ToString();
    }
}
