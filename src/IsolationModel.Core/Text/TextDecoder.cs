using System.Text;

namespace IsolationModel.Text;

/// <summary>Turns the bytes of a file into text, strictly: what cannot be text is told, never replaced.</summary>
public static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes UTF-8 (with or without byte order mark) and UTF-16 (with byte order mark).
    /// </summary>
    /// <returns>The text, or null with the offset of the first byte that is not text in <paramref name="invalidAt"/>.</returns>
    public static string? Decode(byte[] bytes, int count, out int invalidAt)
    {
        invalidAt = -1;
        try
        {
            if (count >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
            {
                return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes, 2, count - 2);
            }

            if (count >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
            {
                return new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes, 2, count - 2);
            }

            var start = count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
            return StrictUtf8.GetString(bytes, start, count - start);
        }
        catch (DecoderFallbackException error)
        {
            invalidAt = Math.Max(0, error.Index);
            return null;
        }
    }

    /// <summary>The part of the bytes before <paramref name="end"/> as text: enough to count lines and columns up to a bad byte.</summary>
    public static string DecodeLeniently(byte[] bytes, int end) => Encoding.UTF8.GetString(bytes, 0, end);
}
