namespace IsolationModel.Conformance.PublicDescriptors;

/// <summary>A row of corpus/expected-workloads.tsv, which another YAML reader wrote; corpus/expect.mjs is its program and says what the columns mean.</summary>
/// <param name="File">Path below the corpus folder.</param>
/// <param name="Kind">A kind, or one of the marks below.</param>
/// <param name="Namespace">The namespace, or <c>-</c>.</param>
/// <param name="Name">The name, or <c>-</c>.</param>
/// <param name="Runtime">What picks the runtime, or <c>-</c>.</param>
/// <param name="Part">Where the pod stands in an object with several, or <c>-</c>.</param>
internal sealed record ExpectedRow(string File, string Kind, string Namespace, string Name, string Runtime, string Part = ExpectedRow.Absent)
{
    /// <summary>The kind of a row that stands for a document that is no YAML.</summary>
    public const string Unreadable = "!unreadable";

    /// <summary>The kind of the one row of a file that is the source of a template.</summary>
    public const string Template = "!template";

    /// <summary>What stands for an absent value.</summary>
    public const string Absent = "-";

    /// <summary>Every row.</summary>
    public static IReadOnlyList<ExpectedRow> All { get; } = Repository
        .Read("tests/IsolationModel.Conformance.Tests/corpus/expected-workloads.tsv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t'))
        .Select(cells => new ExpectedRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
        .ToList();

    /// <summary>As in the table.</summary>
    public override string ToString() => string.Join('\t', File, Kind, Namespace, Name, Runtime, Part);
}
