using IsolationModel.Data;
using IsolationModel.Descriptors.Docker;
using IsolationModel.Findings;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Compose;

/// <summary>Turns the services of a project into workloads.</summary>
internal static class ComposeWorkloads
{
    /// <summary>The workloads, in the order of the services.</summary>
    /// <param name="model">The project.</param>
    /// <param name="space">What is known of its nodes.</param>
    /// <param name="file">The file that holds it.</param>
    public static IEnumerable<Workload> Of(ComposeModel model, ComposeSpace space, DescriptorFileBuilder file)
    {
        var services = new DataCursor(model.ToDocument(default))[ComposeKeys.Services];
        var siblings = services.Members().ToDictionary(static member => member.Key, static member => member.Value, StringComparer.Ordinal);
        var volumes = model.Volumes is null ? default : new DataCursor(model.Volumes);
        var project = model.Name is { IsUnresolved: false, Value.Length: > 0 } name ? name.Value : null;
        var needs = new List<NeedDeclaration>();
        ComposeNeeds.Add(model, file, needs);
        foreach (var service in model.Services)
        {
            // Each service takes all needs of the files with it.
            if (!file.TrySpend(1 + needs.Count, service.Key.Range))
            {
                yield break;
            }

            var view = new ContainerView(siblings[service.Key.Value], service.Key.Value, service.Key.Range)
            {
                Project = project,
                OuterNeeds = service.Superseded.Count == 0 ? needs : [.. needs, .. Needs(service, file)],
                Siblings = siblings,
                Volumes = volumes,
            };
            yield return Complete(ContainerWorkloads.Read(view, file), view.Service, service, space, file);
        }
    }

    /// <summary>What other files declare for a service, and what it inherits.</summary>
    private static List<NeedDeclaration> Needs(ComposeService service, DescriptorFileBuilder file)
    {
        var needs = new List<NeedDeclaration>();
        foreach (var declaration in service.Superseded)
        {
            IsolationExtension.ReadNeeds(declaration, NeedScope.Template, file, needs);
        }

        return needs;
    }

    /// <summary>Adds how the description came about.</summary>
    private static Workload Complete(Workload workload, DataCursor service, ComposeService description, ComposeSpace space, DescriptorFileBuilder file)
    {
        var uses = space.UsesOf(service[workload.Runtime.Field].Node);
        var places = uses.Select(static use => use.Place).OfType<RelatedLocation>();
        return workload with
        {
            Runtime = Runtime(workload.Runtime, uses, description),
            Gaps = description.Gaps,
            Origins = [.. description.Origins.Select(origin => RelatedLocation.At(file.Path, file.Lines, origin.Range, origin.Message)), .. places],
            SourceFiles = description.Files,
        };
    }

    private static RuntimeReference Runtime(RuntimeReference runtime, IReadOnlyList<VariableUse> uses, ComposeService description)
    {
        if (runtime.State == RuntimeReferenceState.Absent && uses.Count == 0 && description.Gaps.Count > 0)
        {
            return runtime with { State = RuntimeReferenceState.Unresolved, Reason = description.Gaps[0].Reason };
        }

        return uses.Count == 0 || runtime.State == RuntimeReferenceState.Unresolved ? runtime : runtime with { Condition = string.Join(" and ", uses.Select(Condition).Distinct(StringComparer.Ordinal)) };
    }

    private static string Condition(VariableUse use) => use.Place is { } place
        ? $"as variable '{use.Name}' is set in {place.File} unless the environment sets it"
        : $"as variable '{use.Name}' has it by default";
}
