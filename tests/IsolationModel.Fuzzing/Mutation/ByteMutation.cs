using System.Text;

namespace IsolationModel.Fuzzing.Mutation;

/// <summary>Mutations of bytes: flips, other encodings, what is no text.</summary>
internal static class ByteMutation
{
    private static readonly byte[][] Sequences =
    [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], [0x80], [0xFF], [0], [0xE2, 0x80, 0xAE], [0xC2, 0x85], [0x1B, 0x5B],
    ];

    /// <summary>Changes bytes.</summary>
    public static byte[] Apply(Random random, byte[] bytes)
    {
        var at = random.Next(bytes.Length + 1);
        switch (random.Next(10))
        {
            case 0 or 1 when at < bytes.Length:
                var flipped = bytes.ToArray();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 2:
                return [.. bytes.AsSpan(0, at), (byte)random.Next(256), .. bytes.AsSpan(at)];
            case 3 or 4:
                return [.. bytes.AsSpan(0, at), .. Sequences[random.Next(Sequences.Length)], .. bytes.AsSpan(at)];
            case 5:
                return [.. Sequences[random.Next(Sequences.Length)], .. bytes];
            case 6:
                return bytes[..at];
            case 7:
                Encoding encoding = random.Next(5) switch { 0 => Encoding.Unicode, 1 => Encoding.BigEndianUnicode, 2 => Encoding.UTF32, 3 => Encoding.Latin1, _ => Encoding.UTF8 };
                return [.. random.Next(5) == 0 ? [] : encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(bytes))];
            case 8:
                var length = Math.Min(bytes.Length - at, random.Next(1, 64));
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + length)];
            default:
                var copied = Math.Min(bytes.Length - at, random.Next(1, 64));
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at, copied), .. bytes.AsSpan(at)];
        }
    }
}
