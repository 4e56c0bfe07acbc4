using IsolationModel.Descriptors.Kubernetes.Policies;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Evaluation;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;
using IsolationModel.Policies;
using IsolationModel.Workloads;
using ExportTarget = IsolationModel.Descriptors.Kubernetes.Policies.PolicyTarget;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>Policies for clusters, derived from overlays: what is written is YAML, whatever the names in it.</summary>
internal sealed class PolicyTarget : IFuzzTarget
{
    private static readonly string[] Needs = ["level:high", "untrusted-code, memory <= 100 MiB"];

    public string Name => "policies";

    public bool IsOfOneFile => true;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Files.Where(SeedKinds.IsOverlay);

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        if (input.Files[0].Text is not { } text)
        {
            return;
        }

        var read = ModelReader.Extend(BuiltInModel.Definition, [new ModelText("shop.isolation.json", text)]);
        if (read.HasErrors)
        {
            // Nothing is exported of a broken model.
            return;
        }

        var model = new ModelIndex(read.Model) { Day = "2026-01-01" };
        foreach (var needs in Needs)
        {
            var set = NeedSet.Combine(model, [NeedDeclaration.ForRun(NeedCarrier.Needs, needs)]);
            foreach (var mode in Enum.GetValues<PolicyMode>())
            {
                var derived = Work.Within(input.Size, () => PolicyBuilder.Derive(model, set, mode, PolicyExport.Settings));
                OracleException.Demand(derived.Policy is null == (derived.Problems.Count > 0), "silence", "there is a policy or a problem, not both", () => text);
                foreach (var target in derived.Policy is null ? [] : Enum.GetValues<ExportTarget>())
                {
                    Check(PolicyExport.Write(model, derived.Policy!, target), target, cancellationToken);
                }
            }
        }
    }

    private static void Check(string written, ExportTarget target, CancellationToken cancellationToken)
    {
        var stream = YamlTreeReader.Read(written, cancellationToken);
        OracleException.Demand(stream.Problems.Count == 0 && stream.Documents.Count > 0, "reports", $"{target} is no YAML", () => $"{string.Join('\n', stream.Problems)}\n{written}");
        OracleException.Demand(!written.Contains('\r', StringComparison.Ordinal), "reports", $"{target} has other line ends", () => written);
    }
}
