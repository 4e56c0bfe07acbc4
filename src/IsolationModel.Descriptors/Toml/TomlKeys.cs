using IsolationModel.Data;

namespace IsolationModel.Descriptors.Toml;

/// <summary>Reads keys: bare, quoted, and joined by dots. A dot within quotes joins nothing: <c>"io.containerd.grpc.v1.cri"</c> is one key.</summary>
internal sealed class TomlKeys(TomlText text)
{
    private readonly TomlStrings _strings = new(text);

    /// <summary>Reads a key and the blanks around it; null after a problem.</summary>
    public List<DataScalar>? Read()
    {
        var parts = new List<DataScalar>();
        while (true)
        {
            text.SkipSpaces();
            if (ReadPart() is not { } part)
            {
                return null;
            }

            parts.Add(part);
            text.SkipSpaces();
            if (text.Current != '.')
            {
                return parts;
            }

            text.At++;
            if (parts.Count > DescriptorLimits.Depth)
            {
                text.Count(part.Range.Start, parts.Count);
                return null;
            }
        }
    }

    private DataScalar? ReadPart()
    {
        if (text.Current is '"' or '\'')
        {
            if (text.StartsWith("\"\"\"") || text.StartsWith("'''"))
            {
                text.FailHere("a key stands on one line");
                return null;
            }

            return _strings.Read();
        }

        var start = text.At;
        while (IsBare(text.Current))
        {
            text.At++;
        }

        if (text.At == start)
        {
            text.FailHere("a key is expected: letters, digits, '-' and '_', or anything within quotes");
            return null;
        }

        return text.Scalar(start, text.Text.Substring(start, text.At - start), isPlain: false, quotes: 0);
    }

    private static bool IsBare(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
