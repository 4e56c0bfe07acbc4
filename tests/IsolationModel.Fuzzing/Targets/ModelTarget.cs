using IsolationModel.Evaluation;
using IsolationModel.Findings;
using IsolationModel.Fuzzing.Oracles;
using IsolationModel.Fuzzing.Seeds;
using IsolationModel.Modeling;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Fuzzing.Targets;

/// <summary>Overlays of the model, and models on their own; what is left of a broken one still judges.</summary>
internal sealed class ModelTarget : IFuzzTarget
{
    private static readonly FuzzFile Pod = new("pod.yaml", [.. "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { runtimeClassName: gvisor, containers: [{ name: c }] }\n"u8]);

    public string Name => "model";

    public bool IsOfOneFile => false;

    public IEnumerable<FuzzInput> Seeds(SeedPool pool) => pool.Sets.Where(SeedKinds.IsOverlay).Concat(pool.Files.Where(SeedKinds.IsOverlay)).Concat(pool.Model);

    public void Check(FuzzInput input, CancellationToken cancellationToken)
    {
        var texts = input.Files.Where(static file => file.Text is not null).Select(static file => new ModelText(file.Path, file.Text!)).ToList();
        var byPath = texts.ToDictionary(static text => text.Path, static text => text.Text, StringComparer.Ordinal);
        var overlay = Work.Within(input.Size + 1000, () => ModelReader.Extend(BuiltInModel.Definition, texts));
        Check(overlay.Findings, byPath);
        Check(Work.Within(input.Size + 1000, () => ModelReader.Read(texts)).Findings, byPath);
        OracleException.Demand(ModelReader.Extend(BuiltInModel.Definition, texts).Findings.SequenceEqual(overlay.Findings), "sameness", "the same overlay is read in two ways", () => texts[0].Text);

        var model = new ModelIndex(overlay.Model) { Day = "2026-01-01" };
        var result = Evaluator.Evaluate(model, [Judgement.Load(Pod, keepsDocuments: false, cancellationToken)], [], cancellationToken);
        Crashes.Check(result.Findings);
        OracleException.Demand(result.Workloads.Count == 1, "loss", "a workload is not judged by an overlay", () => texts[0].Text);
    }

    private static void Check(IReadOnlyList<Finding> findings, Dictionary<string, string> texts)
    {
        Crashes.Check(findings);
        Ranges.Check(findings, texts);
    }
}
