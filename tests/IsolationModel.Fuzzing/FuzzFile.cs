using IsolationModel.Text;

namespace IsolationModel.Fuzzing;

/// <summary>A file of an input.</summary>
/// <param name="Path">Its path within the input, with <c>/</c>.</param>
/// <param name="Bytes">What it holds.</param>
internal sealed record FuzzFile(string Path, byte[] Bytes)
{
    /// <summary>The text as the product decodes it; null where the bytes are none.</summary>
    public string? Text { get; } = TextDecoder.Decode(Bytes, Bytes.Length, out _);
}
