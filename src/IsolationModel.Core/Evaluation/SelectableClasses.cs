using System.Collections.Concurrent;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// The names of runtimes that a workload of a run can be told to use: runtime classes whose objects are among the files, runtimes that the
/// configuration of an engine registers, and what an overlay names. A name that may not exist would only make the platform refuse the workload.
/// </summary>
internal sealed class SelectableClasses(ModelIndex model, RunIndex run)
{
    private readonly DescriptorFile _nowhere = DescriptorFile.NotADescriptor(string.Empty);

    /// <summary>Filled when it is asked for, by whatever thread: an editor asks of workloads that were judged long ago.</summary>
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _byPlatform = new(StringComparer.Ordinal);

    /// <summary>A name of a platform that certainly selects a technology; of several the first by name. Null where none is known.</summary>
    public string? Find(string technologyId, string platformId) => Of(platformId).TryGetValue(technologyId, out var name) ? name : null;

    /// <summary>The names of a platform, one for each technology that some name certainly selects, sorted.</summary>
    public IEnumerable<string> Names(string platformId) => Of(platformId).Values.OrderBy(name => name, StringComparer.Ordinal);

    private Dictionary<string, string> Of(string platformId) => _byPlatform.TryGetValue(platformId, out var known) ? known : _byPlatform.GetOrAdd(platformId, Collect(platformId));

    private Dictionary<string, string> Collect(string platformId)
    {
        // On Windows the isolation picks, whose words are no names.
        var kinds = EngineRuntime.KindsOf(platformId)?.Where(kind => kind != RuntimeNameKind.DockerIsolation).ToList();
        var known = kinds is null ? run.RuntimeClassNames : run.RegisteredNames(platformId);
        var names = known.Concat(model.Definition.RuntimeNames
            .Where(name => name.IsDeclared && (kinds?.Contains(name.Kind) ?? name.Kind == RuntimeNameKind.RuntimeClass))
            .Select(name => name.Name));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names.Distinct(StringComparer.Ordinal).Where(IsName).OrderBy(name => name, StringComparer.Ordinal))
        {
            var resolved = kinds is null ? RuntimeResolver.ResolveClass(model, run, _nowhere, name) : EngineRuntime.Resolve(model, run, platformId, name, name, default);
            if (resolved is { Confidence: RuntimeConfidence.Known, Technology: { } technology } && !found.ContainsKey(technology.Id))
            {
                found.Add(technology.Id, name);
            }
        }

        return found;
    }

    /// <summary>
    /// Whether an API server or an engine can have such a name. A fix writes it into other files, among them code: anything but letters, digits and the
    /// marks of names could say there what nobody meant.
    /// </summary>
    private static bool IsName(string name) => name.Length > 0 && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_' or '/');
}
