namespace IsolationModel.Conformance.Samples;

/// <summary>Expected output that is kept whole, to the byte, in a file beside the tests.</summary>
internal static class Snapshot
{
    private const string Folder = "tests/IsolationModel.Conformance.Tests";

    /// <summary>Compares; what was received instead is left beside the expected file, to look at and to rename.</summary>
    /// <param name="received">The text at hand.</param>
    /// <param name="name">The expected file, <c>*.verified.*</c>, below the test project's folder.</param>
    public static void Verify(string received, string name)
    {
        var path = Repository.PathOf($"{Folder}/{name}");
        var beside = path.Replace(".verified.", ".received.", StringComparison.Ordinal);
        var verified = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        if (received == verified)
        {
            File.Delete(beside);
        }
        else
        {
            File.WriteAllText(beside, received);
        }

        Assert.Equal(verified, received);
    }
}
