using IsolationModel.Data;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Docker;

/// <summary>What Compose takes as a mapping or as a list of <c>key=value</c>: labels, annotations, sysctls.</summary>
internal static class KeyedTexts
{
    /// <summary>It as a mapping; what is neither stays as it is.</summary>
    public static DataCursor Of(DataCursor value)
    {
        if (value.Node is not DataSequence)
        {
            return value;
        }

        var entries = new List<DataEntry>(value.Count);
        for (var i = 0; i < value.Count; i++)
        {
            var item = value.At(i);
            if (item.Text is not { Length: > 0 } text || item.Scalar!.IsUnresolved)
            {
                continue;
            }

            var cut = text.IndexOf('=');
            var key = cut < 0 ? text : text.Substring(0, cut);
            entries.Add(new DataEntry(Part(item, key, 0), Part(item, cut < 0 ? string.Empty : text.Substring(cut + 1), cut < 0 ? text.Length : cut + 1)));
        }

        return new DataCursor(new DataMapping(value.Range, entries));
    }

    /// <summary>A part of a text with its own place; in quotes, so that it stays a text.</summary>
    private static DataScalar Part(DataCursor item, string text, int start)
    {
        var isVerbatim = !item.IsBehindAlias && item.Scalar!.ContentStart >= 0;
        return new DataScalar(
            isVerbatim ? new TextRange(item.Scalar!.ContentStart + start, text.Length) : item.Range, text, isPlain: false, isVerbatim ? item.Scalar!.ContentStart + start : -1);
    }
}
