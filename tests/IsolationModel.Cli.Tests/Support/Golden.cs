namespace IsolationModel.Cli.Tests.Support;

/// <summary>Compares output with what was once read and found good.</summary>
internal static class Golden
{
    /// <summary>
    /// Compares with a file below <c>Expected</c>. Where they differ, what came stands beside the copy of the file in the output folder as
    /// <c>*.received.*</c>: read it, and if it is better, put it in the place of the file.
    /// </summary>
    public static void Verify(string file, string actual)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Expected", file);
        var expected = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            var received = path.Replace(".verified.", ".received.", StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(received)!);
            File.WriteAllText(received, actual);
        }

        Assert.Equal(expected, actual);
    }
}
