using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// The runtime classes that a workload of a run can be told to use: those whose objects are among the files, and those that an overlay names. A
/// class that may not exist would only make the API server refuse the pod.
/// </summary>
internal sealed class SelectableClasses(ModelIndex model, RunIndex run)
{
    private readonly DescriptorFile _nowhere = DescriptorFile.NotADescriptor(string.Empty);
    private Dictionary<string, string>? _byTechnology;

    /// <summary>The name of a class that certainly runs a technology; of several the first by name. Null where none is known.</summary>
    public string? Find(string technologyId)
    {
        _byTechnology ??= Collect();
        return _byTechnology.TryGetValue(technologyId, out var name) ? name : null;
    }

    private Dictionary<string, string> Collect()
    {
        var names = run.RuntimeClassNames.Concat(model.Definition.RuntimeNames.Where(name => name is { Kind: RuntimeNameKind.RuntimeClass, IsDeclared: true }).Select(name => name.Name));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.Distinct(StringComparer.Ordinal).Where(name => !Placeholder.IsIn(name)).OrderBy(name => name, StringComparer.Ordinal))
        {
            if (RuntimeResolver.ResolveClass(model, run, _nowhere, name) is { Confidence: RuntimeConfidence.Known, Technology: { } technology } && !found.ContainsKey(technology.Id))
            {
                found.Add(technology.Id, name);
            }
        }

        return found;
    }
}
