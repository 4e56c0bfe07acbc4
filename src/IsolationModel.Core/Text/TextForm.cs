using System.Text;

namespace IsolationModel.Text;

/// <summary>How the text of a file stands in its bytes, so that a changed text can be written as the file was. It knows what <see cref="TextDecoder"/> reads.</summary>
public sealed class TextForm
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    private readonly Encoding _encoding;
    private readonly byte[] _mark;

    private TextForm(Encoding encoding, byte[] mark) => (_encoding, _mark) = (encoding, mark);

    /// <summary>Whether a byte order mark stands in front of the text.</summary>
    public bool HasMark => _mark.Length > 0;

    /// <summary>Whether characters are UTF-8.</summary>
    public bool IsUtf8 => _encoding is UTF8Encoding;

    /// <summary>The form of a file.</summary>
    public static TextForm Of(byte[] bytes)
    {
        if ((bytes ?? throw new ArgumentNullException(nameof(bytes))).Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            var isBigEndian = bytes[0] == 0xFE;
            return new TextForm(new UnicodeEncoding(isBigEndian, byteOrderMark: false, throwOnInvalidBytes: true), [bytes[0], bytes[1]]);
        }

        var hasMark = bytes.Length >= 3 && bytes[0] == Utf8Mark[0] && bytes[1] == Utf8Mark[1] && bytes[2] == Utf8Mark[2];
        return new TextForm(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), hasMark ? Utf8Mark : []);
    }

    /// <summary>A text in this form.</summary>
    public byte[] Encode(string text) => [.. _mark, .. _encoding.GetBytes(text)];
}
