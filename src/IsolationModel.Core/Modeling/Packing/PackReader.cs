using System.Text;

namespace IsolationModel.Modeling.Packing;

/// <summary>Reads packed models, as <see cref="PackWriter"/> wrote them.</summary>
/// <remarks>It trusts its bytes: they are part of this assembly, and a test compares them with the files that they were made of.</remarks>
internal sealed class PackReader(byte[] bytes) : PackedForm
{
    private readonly List<string> _texts = new(8192);
    private int _at;

    /// <summary>Whether everything was read.</summary>
    public bool IsAtEnd => _at == bytes.Length;

    /// <inheritdoc/>
    public override int Number(int value)
    {
        var result = (uint)bytes[_at++];
        if (result >= 0x80)
        {
            result &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                var next = (uint)bytes[_at++];
                result |= (next & 0x7F) << shift;
                if (next < 0x80)
                {
                    break;
                }
            }
        }

        return unchecked((int)(result >> 1) ^ -(int)(result & 1));
    }

    /// <inheritdoc/>
    public override string? OptionalText(string? value)
    {
        var kind = Number(0);
        if (kind != 1)
        {
            return kind == 0 ? null : _texts[kind - 2];
        }

        var length = Number(0);
        var text = Encoding.UTF8.GetString(bytes, _at, length);
        _at += length;
        _texts.Add(text);
        return text;
    }
}
