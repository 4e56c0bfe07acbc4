using IsolationModel.Data;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Kubernetes;

/// <summary>Needs that annotations declare.</summary>
internal static class NeedAnnotations
{
    /// <summary>Longer values are data of some tool (a last applied configuration), not the word by which a foreign annotation declares a need.</summary>
    private const int LongestForeignValue = 64;

    public static void Read(DataCursor annotations, NeedScope scope, DescriptorFileBuilder file, List<NeedDeclaration> needs)
    {
        if (annotations.Node is not DataMapping mapping)
        {
            return;
        }

        var acceptsWeaker = annotations[NeedKeys.AcceptWeaker].Text;
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Key.Value;
            var value = annotations[key];
            var carrier = key switch
            {
                NeedKeys.Needs => NeedCarrier.Needs,
                NeedKeys.Level => NeedCarrier.Level,
                NeedKeys.Scenario => NeedCarrier.Scenario,
                NeedKeys.AcceptWeaker or NeedKeys.Disable => default(NeedCarrier?),
                _ when key.StartsWith(NeedKeys.Prefix, StringComparison.Ordinal) => NeedCarrier.UnknownKey,
                _ when value.Text is { Length: <= LongestForeignValue } => NeedCarrier.Foreign,
                _ => null,
            };
            if (carrier is { } known)
            {
                var (range, start) = known == NeedCarrier.UnknownKey ? (entry.Key.Range, entry.Key.ContentStart) : (value.Range, value.RangeOf(0, 0) is { } at && at != value.Range ? at.Start : -1);
                needs.Add(new NeedDeclaration(known, scope, value.Text ?? string.Empty, file.Path, file.Lines, range, start, acceptsWeaker, key));
            }
        }
    }

    /// <summary>Labels of Kubernetes declare nothing; who takes one for an annotation shall be told, not passed over.</summary>
    public static void ReadLabels(DataCursor labels, NeedScope scope, DescriptorFileBuilder file, List<NeedDeclaration> needs)
    {
        foreach (var entry in (labels.Node as DataMapping)?.Entries ?? [])
        {
            if (entry.Key.Value.StartsWith(NeedKeys.Prefix, StringComparison.Ordinal))
            {
                needs.Add(new NeedDeclaration(NeedCarrier.UnknownKey, scope, string.Empty, file.Path, file.Lines, entry.Key.Range, entry.Key.ContentStart, null, entry.Key.Value));
            }
        }
    }
}
