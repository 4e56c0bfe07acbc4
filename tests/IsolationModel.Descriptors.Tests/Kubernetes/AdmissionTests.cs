using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Descriptors.Tests.Kubernetes;

/// <summary>What namespaces and the cluster enforce, and what they exempt from it.</summary>
public sealed class AdmissionTests
{
    private const string Configuration = """
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
          - name: PodSecurity
            configuration:
              apiVersion: pod-security.admission.config.k8s.io/v1
              kind: PodSecurityConfiguration
              defaults: { enforce: baseline, enforce-version: v1.30 }
              exemptions: { runtimeClasses: [kata-ci], namespaces: [kube-system] }
        """;

    public static TheoryData<string, string[]> Cases => new()
    {
        { Namespace("shop", "enforce: baseline"), ["pod-security:baseline"] },
        { Namespace("shop", "enforce: baseline, {0}enforce-version: v1.20"), ["pod-security:baseline@v1.20"] },
        { Namespace("shop", "enforce: baseline, {0}enforce-version: latest"), ["pod-security:baseline@latest"] },
        { Namespace("shop", "enforce: privileged"), [] },
        { Namespace("shop", "warn: baseline, {0}audit: restricted"), [] },
        { Namespace("shop", "enforce-version: v1.20"), [] },
        { Namespace("bank", "enforce: baseline"), [] },
        // What the cluster enforces where the namespace says nothing; a namespace that is not among the files may say something.
        { Namespace("shop", "warn: restricted") + "\n---\n" + Configuration, ["pod-security:baseline@v1.30"] },
        { Namespace("shop", "enforce: privileged") + "\n---\n" + Configuration, [] },
        { Configuration, [] },
        // Of two configurations nobody knows which the cluster has.
        { Namespace("shop", "warn: restricted") + "\n---\n" + Configuration + "\n---\n" + Configuration, [] },
        // Exemptions.
        { Namespace("shop", "enforce: baseline") + "\n---\n" + Configuration.Replace("kata-ci", "sandbox", StringComparison.Ordinal), [] },
        { Namespace("shop", "enforce: baseline") + "\n---\n" + Configuration.Replace("kube-system", "shop", StringComparison.Ordinal), [] },
        { Namespace("shop", "enforce: baseline") + "\n---\n" + Configuration, ["pod-security:baseline"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_pod_is_held_to_what_admission_enforces_for_it(string cluster, string[] needs) =>
        Assert.Equal(needs, Evaluate(Model(null), cluster, runtimeClass: "sandbox"));

    [Theory]
    [InlineData("\"runtimeClasses\": [\"sandbox\"]", "sandbox", false)]
    [InlineData("\"runtimeClasses\": [\"sandbox\"]", "other", true)]
    [InlineData("\"runtimeClasses\": [\"sandbox\"]", "${CLASS}", true)]
    [InlineData("\"namespaces\": [\"shop\"]", "other", false)]
    [InlineData("\"namespaces\": [\"bank\"]", "sandbox", true)]
    public void An_overlay_exempts_pods(string exemption, string runtimeClass, bool isHeld)
    {
        var overlay = $$"""
            {
              "formatVersion": "1.0",
              "model": { "id": "contoso", "version": "1.0.0", "extends": { "isolation-model": "^0.1" } },
              "podSecurityExemptions": { "ci": { "reason": "Builds run in virtual machines.", {{exemption}} } }
            }
            """;
        Assert.Equal(isHeld ? ["pod-security:baseline"] : [], Evaluate(Model(overlay), Namespace("shop", "enforce: baseline"), runtimeClass));
    }

    [Fact]
    public void What_somebody_declares_holds_for_exempt_pods_too()
    {
        var cluster = Namespace("shop", "enforce: baseline").Replace("labels:", "annotations: { isolationmodel.dev/needs: 'pod-security:restricted' }, labels:", StringComparison.Ordinal)
            + "\n---\n" + Configuration.Replace("kube-system", "shop", StringComparison.Ordinal);
        Assert.Equal(["pod-security:restricted"], Evaluate(Model(null), cluster, "sandbox").Distinct());
    }

    private static string Namespace(string name, string labels)
    {
        const string prefix = "pod-security.kubernetes.io/";
        return $$"""
            apiVersion: v1
            kind: Namespace
            metadata: { name: {{name}}, labels: { {{prefix}}{{labels.Replace("{0}", prefix, StringComparison.Ordinal)}} } }
            """;
    }

    /// <summary>The needs that the findings of a pod with a violation of the baseline name.</summary>
    private static IEnumerable<string?> Evaluate(ModelIndex model, string cluster, string runtimeClass)
    {
        var pod = $"{cluster}\n---\napiVersion: v1\nkind: Pod\nmetadata: {{ name: api, namespace: shop }}\nspec: {{ runtimeClassName: '{runtimeClass}', hostPID: true, containers: [] }}";
        var result = Evaluator.Evaluate(model, [Sample.Read(pod)], [], TestContext.Current.CancellationToken);
        return result.Findings.Where(finding => finding.Rule.Id == "ISM2002").Select(finding => finding.Need);
    }

    private static ModelIndex Model(string? overlay)
    {
        var result = ModelReader.Extend(BuiltInModel.Definition, overlay is null ? [] : [new ModelText("contoso.isolation.json", overlay)]);
        Assert.Empty(result.Findings);
        return new ModelIndex(result.Model);
    }
}
