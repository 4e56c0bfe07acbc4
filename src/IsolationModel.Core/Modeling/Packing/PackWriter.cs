using System.Text;

namespace IsolationModel.Modeling.Packing;

/// <summary>Writes packed models, when the product is built.</summary>
/// <remarks>
/// Numbers are written in groups of seven bits, the lowest first, after their sign was moved to the lowest bit. A text is 0 for null; 1, its length and
/// its UTF-8 bytes where it stands for the first time; its place among the texts so far plus 2 from then on.
/// </remarks>
internal sealed class PackWriter : PackedForm
{
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>What was written.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <inheritdoc/>
    public override int Number(int value)
    {
        var rest = unchecked((uint)((value << 1) ^ (value >> 31)));
        for (; rest >= 0x80; rest >>= 7)
        {
            _bytes.Add((byte)(rest | 0x80));
        }

        _bytes.Add((byte)rest);
        return value;
    }

    /// <inheritdoc/>
    public override string? OptionalText(string? value)
    {
        if (value is null)
        {
            Number(0);
        }
        else if (_texts.TryGetValue(value, out var known))
        {
            Number(known + 2);
        }
        else
        {
            _texts.Add(value, _texts.Count);
            var bytes = Encoding.UTF8.GetBytes(value);
            Number(1);
            Number(bytes.Length);
            _bytes.AddRange(bytes);
        }

        return value;
    }
}
