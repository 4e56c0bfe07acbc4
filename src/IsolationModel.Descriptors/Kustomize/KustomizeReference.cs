using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kustomize;

/// <summary>Something that a kustomization builds on: a file of objects, or the kustomization of a folder.</summary>
/// <param name="Text">The reference as written.</param>
/// <param name="Range">Its place.</param>
/// <param name="File">The file; its kustomization file where it is a folder.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
internal sealed record KustomizeReference(string Text, TextRange Range, DescriptorFile File, bool IsFolder);
