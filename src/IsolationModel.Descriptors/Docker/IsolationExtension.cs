using IsolationModel.Data;
using IsolationModel.Fixes;
using IsolationModel.Descriptors.Kubernetes;
using IsolationModel.Suppressions;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Docker;

/// <summary>
/// What a file or a service declares for this product: the extension field <c>x-isolation</c>, a list of needs or a mapping, and labels and
/// annotations with the keys of <see cref="NeedKeys"/>.
/// </summary>
internal static class IsolationExtension
{
    /// <summary>The extension field.</summary>
    public const string Field = "x-isolation";

    private static readonly (string Word, string Key)[] Words =
    [
        ("accept-weaker", NeedKeys.AcceptWeaker),
        ("disable", NeedKeys.Disable),
        ("level", NeedKeys.Level),
        ("needs", NeedKeys.Needs),
        ("scenario", NeedKeys.Scenario),
    ];

    /// <summary>Reads the needs that <c>x-isolation</c> of a mapping declares.</summary>
    /// <param name="holder">The mapping: a service, or the whole file.</param>
    /// <param name="scope">How near to the service it stands.</param>
    /// <param name="file">The file.</param>
    /// <param name="needs">Takes them.</param>
    public static void ReadNeeds(DataCursor holder, NeedScope scope, DescriptorFileBuilder file, List<NeedDeclaration> needs)
    {
        var extension = Of(holder);
        if (extension.Node is DataScalar && !extension.IsNull)
        {
            needs.Add(Declare(NeedCarrier.Needs, extension, Field, scope, file, null));
            return;
        }

        var acceptsWeaker = extension.Node is DataMapping ? extension["accept-weaker"].Text : null;
        foreach (var member in extension.Members())
        {
            // Keys of the labels are taken, too.
            var key = Array.Find(Words, word => word.Word == member.Key || word.Key == member.Key).Key;
            if (member.Value.IsNull || key is NeedKeys.AcceptWeaker or NeedKeys.Disable)
            {
                continue;
            }

            if (key is null)
            {
                needs.Add(new NeedDeclaration(NeedCarrier.UnknownKey, scope, string.Empty, file.Path, file.Lines, member.Value.KeyRange, -1, null, NeedKeys.Prefix + member.Key));
                continue;
            }

            var carrier = key == NeedKeys.Level ? NeedCarrier.Level : key == NeedKeys.Scenario ? NeedCarrier.Scenario : NeedCarrier.Needs;
            // A list of needs is the same as one text.
            for (var i = 0; i < member.Value.Count; i++)
            {
                needs.Add(Declare(carrier, member.Value.At(i), $"{Field}.{member.Key}", scope, file, acceptsWeaker));
            }

            if (member.Value.Node is not DataSequence)
            {
                needs.Add(Declare(carrier, member.Value, $"{Field}.{member.Key}", scope, file, acceptsWeaker));
            }
        }
    }

    /// <summary>Reads the needs that labels and annotations of a service declare.</summary>
    public static void ReadKeys(DataCursor service, NeedScope scope, DescriptorFileBuilder file, List<NeedDeclaration> needs)
    {
        NeedAnnotations.Read(KeyedTexts.Of(service["labels"]), scope, file, needs);
        NeedAnnotations.Read(KeyedTexts.Of(service["annotations"]), scope, file, needs);
        NeedAnnotations.Read(KeyedTexts.Of(service["deploy"]["labels"]), scope, file, needs);
    }

    /// <summary>Reads what a mapping suppresses in itself, by its extension field, its labels or its annotations.</summary>
    public static void ReadSuppressions(DataCursor holder, DescriptorFileBuilder file)
    {
        var extension = Of(holder);
        if (extension.Node is DataMapping)
        {
            ReadSuppression(extension, extension["disable"].Exists ? "disable" : NeedKeys.Disable, holder, file);
        }

        foreach (var field in new[] { "labels", "annotations" })
        {
            var keys = KeyedTexts.Of(holder[field]);
            if (keys.Node is DataMapping)
            {
                ReadSuppression(keys, NeedKeys.Disable, holder, file);
            }
        }
    }

    private static void ReadSuppression(DataCursor mapping, string key, DataCursor holder, DescriptorFileBuilder file)
    {
        var value = mapping[key];
        if (value.Node is null)
        {
            return;
        }

        var isVerbatim = value.Scalar is { ContentStart: >= 0 };
        // From the key on, so that a finding at the name of the service is meant, too.
        var scope = holder.KeyRange.Start <= holder.Range.Start ? TextRange.FromBounds(holder.KeyRange.Start, Math.Max(holder.Range.End, holder.KeyRange.End)) : holder.Range;
        file.Add(SuppressionParser.ReadAll(value.Text ?? string.Empty, (start, length) => isVerbatim ? value.RangeOf(start, length) : value.Range, scope, removal: ValueEdit.RemoveEntry(mapping, key, file.Text)));
    }

    private static DataCursor Of(DataCursor holder) => holder.Node is DataMapping ? holder[Field] : default;

    private static NeedDeclaration Declare(NeedCarrier carrier, DataCursor value, string key, NeedScope scope, DescriptorFileBuilder file, string? acceptsWeaker)
    {
        var start = value.RangeOf(0, 0) is { } at && at != value.Range ? at.Start : -1;
        return new NeedDeclaration(carrier, scope, value.Text ?? string.Empty, file.Path, file.Lines, value.Range, start, acceptsWeaker, key);
    }
}
