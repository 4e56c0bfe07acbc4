using System.Text;

namespace IsolationModel.Conformance.FrontEnds;

/// <summary>What a front end is given: one file, and perhaps an overlay that holds for it.</summary>
/// <param name="FileName">The file's name; <c>*.isolation.json</c> makes it an overlay that is read, not applied.</param>
/// <param name="Bytes">What the file holds; null for one that cannot be opened.</param>
/// <param name="Overlay">The text of an overlay without mistakes, or null.</param>
internal sealed record ExampleInput(string FileName, byte[]? Bytes, string? Overlay = null)
{
    /// <summary>The name of descriptors in examples.</summary>
    public const string DescriptorName = "example.yaml";

    /// <summary>The name of overlays in examples.</summary>
    public const string OverlayName = "example.isolation.json";

    /// <summary>The name under which <see cref="Overlay"/> is given.</summary>
    public const string AppliedOverlayName = "applied.isolation.json";

    /// <summary>Whether the file itself is an overlay.</summary>
    public bool IsOverlay => FileName == OverlayName;

    /// <summary>A file with a text.</summary>
    public static ExampleInput OfText(string fileName, string text, string? overlay = null) => new(fileName, Encoding.UTF8.GetBytes(text), overlay);
}
