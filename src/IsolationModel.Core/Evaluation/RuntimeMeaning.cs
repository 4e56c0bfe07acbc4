using IsolationModel.Configuration;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What names of runtimes come to in a run, for whoever is about to write one: the same answer that a workload with the name gets.</summary>
public sealed class RuntimeMeaning
{
    private readonly ModelIndex _model;
    private readonly RunIndex _run;

    /// <summary>Looks names up in the files of a run.</summary>
    /// <param name="model">The model.</param>
    /// <param name="files">The files of the run.</param>
    /// <param name="settings">The settings, which may know more of the nodes.</param>
    public RuntimeMeaning(ModelIndex model, IReadOnlyList<DescriptorFile> files, IsolationSettings settings)
    {
        _model = SettingsCheck.Apply(settings, model);
        _run = new RunIndex(files);
    }

    /// <summary>The names of the RuntimeClass objects of the run, sorted.</summary>
    public IEnumerable<string> ClassNames => _run.RuntimeClassNames.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The names that configuration files of the run register with Docker, sorted.</summary>
    public IEnumerable<string> DockerNames => _run.RegisteredNames(NodePlatforms.Docker);

    /// <summary>The RuntimeClass objects of a name that count for a file.</summary>
    public IReadOnlyList<(DescriptorFile File, RuntimeClassObject Class)> ObjectsOf(string name, DescriptorFile from) => _run.RuntimeClasses(name, from);

    /// <summary>The handlers of a name that configuration files of the nodes of a platform define.</summary>
    public IReadOnlyList<(DescriptorFile File, NodeComponent Component, NodeRuntime Runtime)> HandlersOf(string name, bool ofDocker) =>
        _run.NodeRuntimes(name, ofDocker ? NodePlatforms.Docker : NodePlatforms.Kubernetes);

    /// <summary>What runs pods of a runtime class, seen from a file.</summary>
    public RuntimeResolution OfClass(string name, DescriptorFile from) => RuntimeResolver.ResolveClass(_model, _run, from, name);

    /// <summary>What runs pods of a handler.</summary>
    public RuntimeResolution OfHandler(string name) => HandlerResolver.Resolve(_model, _run, name, $"handler '{name}'", default);

    /// <summary>What runs containers for which Docker or Compose name a runtime.</summary>
    public RuntimeResolution OfDocker(string name) => EngineRuntime.Resolve(_model, _run, NodePlatforms.Docker, name, $"runtime '{name}'", default);
}
