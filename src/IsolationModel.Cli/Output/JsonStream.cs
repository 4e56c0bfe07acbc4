namespace IsolationModel.Cli.Output;

/// <summary>
/// Takes JSON and gives the same values, without commands of a log. What a tool prints is read by those who run it, inside of JSON as well: agents of Azure
/// Pipelines take <c>##vso[...]</c> anywhere in a line, runners of GitHub <c>##[...]</c>, TeamCity <c>##teamcity[...]</c>. Two of these signs can stand only in a
/// text of JSON, where the second may as well be written by its number. (Commands with <c>::</c> start a line, as no text of JSON does.)
/// </summary>
/// <param name="stream">The stream; it stays open.</param>
internal sealed class JsonStream(Stream stream) : WriteOnlyStream
{
    private const byte Sign = (byte)'#';

    private bool _isBehindSign;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var rest = buffer;
        while (!rest.IsEmpty)
        {
            if (_isBehindSign && rest[0] == Sign)
            {
                stream.Write("\\u0023"u8);
                rest = rest[1..];
                continue;
            }

            var pair = rest.IndexOf("##"u8);
            var plain = pair < 0 ? rest : rest[..(pair + 1)];
            stream.Write(plain);
            _isBehindSign = plain[^1] == Sign;
            rest = rest[plain.Length..];
        }
    }

    public override void Flush() => stream.Flush();
}
