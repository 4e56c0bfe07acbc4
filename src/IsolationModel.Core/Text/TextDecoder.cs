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
        var (encoding, start) = Form(bytes, count, isStrict: true);
        try
        {
            return encoding.GetString(bytes, start, count - start);
        }
        catch (DecoderFallbackException error)
        {
            // The decoder counts from where it began.
            invalidAt = Math.Min(count, start + Math.Max(0, error.Index));
            return null;
        }
    }

    /// <summary>The part of the bytes before <paramref name="end"/> as text: enough to count lines and columns up to a bad byte. Marks stand for what is no text.</summary>
    public static string DecodeLeniently(byte[] bytes, int end)
    {
        var (encoding, start) = Form(bytes, end, isStrict: false);
        return encoding.GetString(bytes, start, end - start);
    }

    /// <summary>The encoding that the first bytes tell, and where the text starts behind them.</summary>
    private static (Encoding Encoding, int Start) Form(byte[] bytes, int count, bool isStrict)
    {
        var isLittleEndian = count >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE;
        return isLittleEndian || (count >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF) ? (new UnicodeEncoding(!isLittleEndian, byteOrderMark: false, isStrict), 2)
            : (isStrict ? StrictUtf8 : Encoding.UTF8, count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0);
    }
}
