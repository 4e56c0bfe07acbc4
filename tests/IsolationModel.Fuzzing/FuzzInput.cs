using System.Text;

namespace IsolationModel.Fuzzing;

/// <summary>What a target is given: one file, or several of one run.</summary>
/// <param name="Files">The files; their paths differ.</param>
internal sealed record FuzzInput(IReadOnlyList<FuzzFile> Files)
{
    /// <summary>The number of bytes of all files.</summary>
    public int Size => Files.Sum(static file => file.Bytes.Length);

    /// <summary>An input of one file.</summary>
    public static FuzzInput Of(string path, string text) => new([new FuzzFile(path, Encoding.UTF8.GetBytes(text))]);

    /// <summary>An input of one file.</summary>
    public static FuzzInput Of(string path, byte[] bytes) => new([new FuzzFile(path, bytes)]);

    /// <summary>The same input with another file in the place of one.</summary>
    public FuzzInput With(int index, FuzzFile file) => new([.. Files.Take(index), file, .. Files.Skip(index + 1)]);
}
