using IsolationModel.Data;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Cloud;

/// <summary>
/// Revisions of Google Cloud Run, in the words of its API. The first generation runs in gVisor, the second in a micro virtual machine, and Google
/// picks one where none is named (Cloud Run, execution environments).
/// </summary>
internal static class CloudRunRevisions
{
    private const string Field = "executionEnvironment";

    /// <summary>Reads one.</summary>
    /// <param name="template">The revision's template.</param>
    /// <param name="range">Where it is named.</param>
    /// <param name="file">Takes the workload.</param>
    public static void Read(DataCursor template, TextRange range, DescriptorFileBuilder file)
    {
        var needs = new List<NeedDeclaration>();
        NeedAnnotations.Read(template["annotations"], NeedScope.Template, file, needs);
        var name = template["revision"] is { IsUnresolved: false, Text: { Length: > 0 } revision } ? revision : "(unnamed)";
        file.Workloads.Add(new Workload("cloud-run", "Cloud Run revision", null, name, range, Runtime(template[Field], range), [new WorkloadContainer(string.Empty, [])], needs));
    }

    private static RuntimeReference Runtime(DataCursor environment, TextRange range)
    {
        var place = environment is { Exists: true, IsNull: false } ? environment.Range : range;
        var open = new RuntimeReference(RuntimeReferenceState.Unresolved, RuntimeNameKind.RuntimeHandler, environment.Text ?? string.Empty, place, Field);
        if (environment.IsUnresolved)
        {
            return open;
        }

        var generation = environment.Text ?? string.Empty;
        if (generation.EndsWith("Gen1", StringComparison.OrdinalIgnoreCase))
        {
            return open with { State = RuntimeReferenceState.Named, TechnologyId = "gvisor" };
        }

        return open with
        {
            Reason = generation.EndsWith("Gen2", StringComparison.OrdinalIgnoreCase)
                ? "the second generation is a micro virtual machine, of which the model names no technology"
                : $"Google picks gVisor or a micro virtual machine where {Field} names no generation; name one",
        };
    }
}
