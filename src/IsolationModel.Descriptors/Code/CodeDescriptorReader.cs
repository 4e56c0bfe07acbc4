using System.Diagnostics.CodeAnalysis;
using IsolationModel.Data;
using IsolationModel.Descriptors.Cloud;
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
    private const string Container = "container";
    private const string Unnamed = "(unnamed)";

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
                    fragments.AddRange(file.Workloads.Select(workload => new WorkloadFragment(FragmentKind.Code, workload with { Needs = Needs(descriptor, workload) }, descriptor.Label ?? workload.Kind)));
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
                ReadContainer(descriptor, root, descriptor.Name, file);
                break;
            case CodeDescriptorKind.EngineContainer:
                ReadContainer(descriptor, new DataCursor(EngineContainer.FromRequest(descriptor.Root)), root["name"].IsUnresolved ? string.Empty : root["name"].Text ?? descriptor.Name, file);
                break;
            case CodeDescriptorKind.SwarmContainer:
                ReadContainer(descriptor, new DataCursor(EngineContainer.FromSwarm(descriptor.Root)), descriptor.Name, file);
                break;
            case CodeDescriptorKind.EngineExec:
                ReadContainer(descriptor, new DataCursor(EngineContainer.FromExec(descriptor.Root)), descriptor.Name, file);
                break;
            case CodeDescriptorKind.ProviderContainer:
                ReadContainer(descriptor, new DataCursor(ProviderContainer.ToService(descriptor.Root)), root["name"] is { IsUnresolved: false, Text: { } given } ? given : descriptor.Name, file);
                break;
            case CodeDescriptorKind.EcsTask:
                EcsTasks.Read(root, descriptor.Range, file);
                break;
            case CodeDescriptorKind.CloudRunRevision:
                CloudRunRevisions.Read(root, descriptor.Range, file);
                break;
            case CodeDescriptorKind.AzureContainerGroup:
                AzureContainerGroups.Read(root, descriptor.Range, file);
                break;
            default:
                ReadArguments(descriptor, root, file);
                break;
        }
    }

    private static void ReadContainer(CodeDescriptor descriptor, DataCursor service, string name, DescriptorFileBuilder file)
    {
        var shown = name.Length > 0 ? name : service["image"].IsUnresolved ? string.Empty : service["image"].Text ?? string.Empty;
        Add(descriptor, ContainerWorkloads.Read(View(descriptor, service, shown), file), shown, file);
    }

    private static void ReadArguments(CodeDescriptor descriptor, DataCursor list, DescriptorFileBuilder file)
    {
        var arguments = new List<DataScalar>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var argument = list.At(i);
            arguments.Add(argument.Scalar is { } text && !argument.IsBehindAlias && !text.IsNull
                ? text
                : new DataScalar(argument.Range, argument.Text ?? "${}", isPlain: false, contentStart: -1, argument.Text is null || argument.IsUnresolved));
        }

        var named = DockerArguments.Read(arguments, descriptor.Range);
        var shown = descriptor.Name.Length > 0 ? descriptor.Name
            : new DataCursor(named)["container_name"] is { IsUnresolved: false, Text: { } name } ? name
            : new DataCursor(named)["image"] is { IsUnresolved: false, Text: { } image } ? image : string.Empty;
        Add(descriptor, ContainerWorkloads.ReadArguments(arguments, View(descriptor, default, shown), file), shown, file);
    }

    /// <summary>What only a part of a container leaves out has no place, since nothing is known of it.</summary>
    private static ContainerView View(CodeDescriptor descriptor, DataCursor service, string name) =>
        new(service, name, descriptor.IsPart ? new TextRange(descriptor.Range.Start, 0) : descriptor.Range)
        {
            Kind = Container,
            PlatformId = descriptor.PlatformId,
            IsOptionsOnly = descriptor.IsOptionsOnly,
        };

    private static void Add(CodeDescriptor descriptor, Workload workload, string name, DescriptorFileBuilder file) => file.Workloads.Add(workload with
    {
        Name = name.Length > 0 ? name : Unnamed,
        RunMode = descriptor.RunMode,
        Runtime = workload.Runtime.State == RuntimeReferenceState.Unresolved ? workload.Runtime with { Reason = null } : workload.Runtime,
    });

    /// <summary>A variable of code is set by no file.</summary>
    private static SettingFact Explain(SettingFact fact) => fact is { IsUnresolved: true, Reason: ContainerFacts.UnsetVariable }
        ? SettingFact.Open(fact.SettingId, "its value is no constant in the code, so it is known only at run time", fact.Range) with { Shown = fact.Shown }
        : fact;

    private static IReadOnlyList<NeedDeclaration> Needs(CodeDescriptor descriptor, Workload workload) =>
        descriptor.Needs.Count == 0 ? workload.Needs : [.. descriptor.Needs, .. workload.Needs];

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
                Containers = workload.Containers.Select(static container => container with { Settings = container.Settings.Select(Explain).ToList() }).ToList(),
                Needs = Needs(descriptor, workload),
                Kind = descriptor.Label ?? workload.Kind,
                Range = workload.Name.Length == 0 ? descriptor.Range : workload.Range,
                RuntimeClassPlace = workload.RuntimeClassPlace ?? (runtime.State == RuntimeReferenceState.Absent ? descriptor.RuntimeClassPlace : null),
            };
        }
    }
}
