using System.Diagnostics.CodeAnalysis;
using IsolationModel.Data;
using IsolationModel.Descriptors.Docker;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors;

/// <summary>
/// Reads descriptors that code builds by the readers of files, so that a Pod in code and the same Pod in YAML cannot be judged differently.
/// </summary>
public static class CodeDescriptorReader
{
    private static readonly KubernetesFormat Kubernetes = new();

    /// <summary>Reads what one source file builds.</summary>
    /// <param name="path">The path of the source file.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="descriptors">What its code builds.</param>
    [SuppressMessage("Design", "CA1031", Justification = "A crash in one file costs that file (ISM9001), never the build")]
    public static DescriptorFile Read(string path, LineMap lines, IReadOnlyList<CodeDescriptor> descriptors)
    {
        // Edits of files know YAML and JSON; those of code are the code fixes' own.
        var whole = new DescriptorFileBuilder(path, lines);
        var fragments = new List<WorkloadFragment>();
        try
        {
            foreach (var descriptor in descriptors)
            {
                var file = descriptor.IsPart ? new DescriptorFileBuilder(path, lines) { IsPartial = true } : whole;
                var before = file.Workloads.Count;
                Read(descriptor, file);
                whole.DocumentCount++;
                if (descriptor.IsPart)
                {
                    fragments.AddRange(file.Workloads.Select(workload => new WorkloadFragment(FragmentKind.Code, workload, descriptor.Label ?? workload.Kind)));
                }
                else
                {
                    Complete(file, before, descriptor);
                }
            }
        }
        catch (Exception error)
        {
            return DescriptorFile.Unreadable(path, lines, InputRules.Failure(path, "reading", error));
        }

        whole.Fragments = fragments;
        return whole.Build();
    }

    private static void Read(CodeDescriptor descriptor, DescriptorFileBuilder file)
    {
        var root = new DataCursor(descriptor.Root);
        switch (descriptor.Kind)
        {
            case CodeDescriptorKind.KubernetesObject:
                Kubernetes.TryRead(root, file);
                break;
            case CodeDescriptorKind.Workload:
                file.Workloads.Add(new CodeWorkloadReader(file).Read(root, descriptor.Range).ToWorkload());
                break;
            case CodeDescriptorKind.Container:
                file.Workloads.Add(ContainerWorkloads.Read(new ContainerView(root, descriptor.Name, descriptor.Range) { Kind = "container" }, file));
                break;
            default:
                break;
        }
    }

    /// <summary>What is the same for all that code builds: its place, and why something in it is not known.</summary>
    private static void Complete(DescriptorFileBuilder file, int first, CodeDescriptor descriptor)
    {
        for (var i = first; i < file.Workloads.Count; i++)
        {
            var workload = file.Workloads[i];
            var runtime = workload.Runtime is { State: RuntimeReferenceState.Unresolved, Reason: null } open
                ? open with { Reason = $"{open.Field} is no constant in the code, so it is known only at run time" }
                : workload.Runtime;
            file.Workloads[i] = workload with
            {
                Runtime = runtime,
                Needs = descriptor.Needs.Count == 0 ? workload.Needs : [.. descriptor.Needs, .. workload.Needs],
                Kind = descriptor.Label ?? workload.Kind,
                Range = workload.Name.Length == 0 ? descriptor.Range : workload.Range,
                RuntimeClassPlace = workload.RuntimeClassPlace ?? (runtime.State == RuntimeReferenceState.Absent ? descriptor.RuntimeClassPlace : null),
            };
        }
    }
}
