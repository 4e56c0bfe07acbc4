using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>What a kustomization file says, as far as it matters to workloads.</summary>
internal sealed class Kustomization(DescriptorFile file, string folder)
{
    public DescriptorFile File { get; } = file;

    /// <summary>The folder of the file, normalized.</summary>
    public string Folder { get; } = folder;

    /// <summary>Whether it changes what another one has gathered, and makes nothing alone.</summary>
    public bool IsComponent { get; set; }

    public List<KustomizeReference> Resources { get; } = [];

    public List<KustomizeReference> Components { get; } = [];

    public List<KustomizePatch> Patches { get; } = [];

    /// <summary>The namespace of everything in it; missing where it sets none.</summary>
    public DataCursor Namespace { get; set; }

    public DataCursor NamePrefix { get; set; }

    public DataCursor NameSuffix { get; set; }

    public DataCursor Annotations { get; set; }

    /// <summary>Labels, and whether pod templates get them too.</summary>
    public List<(DataCursor Labels, bool ReachTemplates)> Labels { get; } = [];

    /// <summary>The first thing that keeps it from being rendered, or null.</summary>
    public RenderProblem? Problem { get; private set; }

    public void Fail(TextRange range, string reason) => Problem ??= new RenderProblem(range, reason);
}
