using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>What Kubernetes treats differently from what the author of a Pod means.</summary>
internal static class PodFlaws
{
    public static IReadOnlyList<DescriptorFlaw> Read(DataCursor spec, DataCursor annotations, string text)
    {
        var flaws = new List<DescriptorFlaw>();
        FieldPlaces.Check(spec, flaws);
        LegacyAnnotations.Check(spec, annotations, text, flaws);
        PodValidation.Check(spec, flaws);
        flaws.Sort(static (left, right) => left.Range.Start != right.Range.Start ? left.Range.Start.CompareTo(right.Range.Start) : string.CompareOrdinal(left.Subject, right.Subject));
        return flaws;
    }
}
