using IsolationModel.Data;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>A patch of a kustomization.</summary>
/// <param name="Range">Where the kustomization names it.</param>
/// <param name="Target">Its target as written; missing where the patch itself names the object.</param>
/// <param name="Selector">Its target as it is understood; null where there is none.</param>
/// <param name="Documents">What it says: objects for strategic merges, lists for JSON patches.</param>
/// <param name="File">The file that holds the patch.</param>
internal sealed record KustomizePatch(TextRange Range, DataCursor Target, TargetSelector? Selector, IReadOnlyList<DataNode> Documents, DescriptorFile File);
