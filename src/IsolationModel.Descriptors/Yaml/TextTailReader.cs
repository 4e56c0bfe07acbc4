namespace IsolationModel.Descriptors.Yaml;

/// <summary>Reads a text from an offset without copying it: a file of many broken documents is started anew at each of them.</summary>
internal sealed class TextTailReader(string text, int start) : TextReader
{
    private int _at = start;

    public override int Peek() => _at < text.Length ? text[_at] : -1;

    public override int Read() => _at < text.Length ? text[_at++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var length = Math.Min(count, text.Length - _at);
        text.CopyTo(_at, buffer, index, length);
        _at += length;
        return length;
    }
}
