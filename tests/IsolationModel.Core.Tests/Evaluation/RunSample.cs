using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Core.Tests.Evaluation;

/// <summary>Runs over a few workloads, without any descriptor format.</summary>
internal static class RunSample
{
    /// <summary>A pod of Kubernetes; a RuntimeClass of that name is asked for where there is one.</summary>
    public static Workload Pod(string? runtimeClass = null, string? space = null, params NeedDeclaration[] needs) => new(
        "kubernetes",
        "Pod",
        space,
        "api",
        new TextRange(0, 3),
        new RuntimeReference(
            runtimeClass is null ? RuntimeReferenceState.Absent : RuntimeReferenceState.Named,
            RuntimeNameKind.RuntimeClass,
            runtimeClass ?? string.Empty,
            new TextRange(20, 4),
            "runtimeClassName"),
        [TestModel.Container("seccomp=RuntimeDefault")],
        needs);

    public static DescriptorFile File(string path, params Workload[] workloads) =>
        new() { Path = path, Lines = new LineMap("0123456789\n0123456789\n0123456789"), IsDescriptor = true, DocumentCount = 1, Workloads = workloads };

    public static EvaluationResult Evaluate(ModelIndex model, params DescriptorFile[] files) => Evaluator.Evaluate(model, files, [], TestContext.Current.CancellationToken);

    /// <summary>The needs that reach a workload in a file.</summary>
    public static NeedSet NeedsOf(ModelIndex model, string path, Workload workload) => Assert.Single(Evaluate(model, File(path, workload)).Workloads).Needs;
}
