namespace IsolationModel.Generators.Tests.Driving;

/// <summary>Model files for tests.</summary>
internal static class Samples
{
    /// <summary>The folder of the built-in model's parts.</summary>
    public static string ModelFolder { get; } = Path.GetFullPath(Path.Combine(Snapshot.SourceFolder, "..", "..", "schema", "model"));

    /// <summary>An overlay that adds a source, a scale, attributes of each kind and a technology, and overrides one value of another.</summary>
    public const string Contoso =
        """
        {
          "formatVersion": "1.0",
          "model": { "id": "contoso", "version": "1.2.0", "extends": { "isolation-model": "^0.1" } },
          "sources": {
            "contoso-lab": { "title": "Contoso lab report", "kind": "measured", "asOf": "2026-09" }
          },
          "scales": {
            "assurance": {
              "name": "Assurance",
              "levels": [
                { "id": "self-declared", "name": "self-declared", "definition": "Nobody else looked at it." },
                { "id": "audited", "name": "audited", "definition": "An independent auditor looked at it." }
              ]
            }
          },
          "attributes": {
            "assurance": { "name": "Assurance", "kind": "scale", "scale": "assurance", "better": "higher", "definition": "Who looked at it." },
            "fips": { "name": "FIPS 140", "kind": "capability", "definition": "Uses validated <cryptography> & keys." },
            "patchTime": { "name": "Patch time", "kind": "quantity", "dimension": "time", "better": "lower", "needToken": "patching", "unit": "h", "definition": "From a fix to its roll-out." },
            "regions": { "name": "Regions", "kind": "set", "vocabulary": ["eu-west", "us-east"], "definition": "Where it is offered." }
          },
          "technologies": {
            "contoso-sandbox": {
              "name": "Contoso Sandbox",
              "kind": "runtime",
              "order": 500,
              "families": ["sandboxing"],
              "mechanism": "application-kernel",
              "summary": "The sandbox of the Contoso platform team.",
              "values": {
                "boundary": { "value": "software-sandbox", "source": "contoso-lab", "note": "Derived from gVisor." },
                "startup": { "value": "50 ms..200 ms", "typical": "80 ms", "source": "contoso-lab" },
                "assurance": { "value": "self-declared..audited", "source": "contoso-lab" },
                "fips": { "value": "config", "condition": "with the validated build", "source": "contoso-lab" },
                "patchTime": "<=24 h",
                "regions": { "has": ["eu-west"], "maybe": ["us-east"] }
              }
            },
            "gvisor": {
              "$op": "override",
              "values": {
                "startup": { "$op": "override", "value": "<=300 ms", "typical": "250 ms", "source": "contoso-lab" }
              }
            }
          }
        }
        """;

    /// <summary>The parts of the built-in model as files below a root.</summary>
    public static IReadOnlyList<OverlayText> BuiltInParts(string root = "/repository/schema/model") =>
    [
        .. Directory.EnumerateFiles(ModelFolder, "*.isolation.json", SearchOption.AllDirectories)
            .Select(path => new OverlayText($"{root}/{Path.GetRelativePath(ModelFolder, path).Replace('\\', '/')}", File.ReadAllText(path))),
    ];
}
