using System.Diagnostics.CodeAnalysis;
using IsolationModel.Data;
using IsolationModel.Descriptors.Compose;
using IsolationModel.Descriptors.Helm;
using IsolationModel.Descriptors.Kustomize;
using IsolationModel.Descriptors.Suppressions;
using IsolationModel.Descriptors.Toml;
using IsolationModel.Descriptors.Yaml;
using IsolationModel.Findings;
using IsolationModel.Json;
using IsolationModel.Rules;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors;

/// <summary>
/// Reads a descriptor file of any known format. No text makes it throw or hang: what cannot be read becomes a located finding, and what is no
/// descriptor is passed over.
/// </summary>
public static class DescriptorReader
{
    /// <summary>How much of a file is searched for the words of a descriptor before an unreadable file is told.</summary>
    private const int SniffLength = 4096;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path as it shall be shown; never opened.</param>
    /// <param name="text">The decoded text, without byte order mark.</param>
    /// <param name="expectation">Why the file is looked at; decides whether an unreadable one is told.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile Read(string path, string text, DescriptorExpectation expectation, CancellationToken cancellationToken = default) =>
        Read(path, text, expectation, keepsDocuments: false, cancellationToken);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path as it shall be shown; never opened.</param>
    /// <param name="text">The decoded text, without byte order mark.</param>
    /// <param name="expectation">Why the file is looked at; decides whether an unreadable one is told.</param>
    /// <param name="keepsDocuments">Whether the documents stay with the result, for a run in which files are put together (<see cref="DescriptorLinker"/>).</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile Read(string path, string text, DescriptorExpectation expectation, bool keepsDocuments, CancellationToken cancellationToken) =>
        Read(path, text, lines: null, expectation, keepsDocuments, cancellationToken);

    /// <summary>Reads a descriptor that stands in another file, such as a text in code. No edit is made for it.</summary>
    /// <param name="path">The path of the other file.</param>
    /// <param name="text">The descriptor's text.</param>
    /// <param name="lines">Leads from the descriptor's text to places of the other file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile ReadWithin(string path, string text, LineMap lines, CancellationToken cancellationToken = default) =>
        Read(path, text, lines, DescriptorExpectation.Found, keepsDocuments: false, cancellationToken);

    [SuppressMessage("Design", "CA1031", Justification = "A crash in one file costs that file (ISM9001), never the build or the run")]
    private static DescriptorFile Read(string path, string text, LineMap? lines, DescriptorExpectation expectation, bool keepsDocuments, CancellationToken cancellationToken)
    {
        if (text.Length > DescriptorLimits.FileSize)
        {
            return TooLarge(path, expectation, text);
        }

        if (SaysSomethingForCompose(path))
        {
            return DescriptorFile.NotADescriptor(path) with { Lines = new LineMap(text), Source = new DescriptorSource([], text) };
        }

        // A part of a descriptor (a patch) has none of its words.
        var mayContain = DescriptorFormats.For(path).Any(format => format.MayContain(text)) || (keepsDocuments && text.IndexOf("\"op\"", StringComparison.Ordinal) >= 0);
        if (!mayContain && expectation == DescriptorExpectation.Found)
        {
            return DescriptorFile.NotADescriptor(path);
        }

        try
        {
            return ReadText(lines is null ? new DescriptorFileBuilder(path, text) : new DescriptorFileBuilder(path, lines), text, expectation, keepsDocuments, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return DescriptorFile.Unreadable(path, LineMap.Empty, InputRules.Failure(path, "reading", error));
        }
    }

    /// <summary>The result for a file that is larger than <see cref="DescriptorLimits.FileSize"/>, which nobody needs to load.</summary>
    /// <param name="path">The path as it shall be shown.</param>
    /// <param name="expectation">Why the file is looked at; one that is merely found is told only when its start looks like a descriptor.</param>
    /// <param name="start">The start of its text, as far as it is at hand; a few thousand characters are enough.</param>
    public static DescriptorFile TooLarge(string path, DescriptorExpectation expectation = DescriptorExpectation.Expected, string start = "") =>
        IsTold(path, expectation, start)
            ? Fail(path, LineMap.Empty, InputRules.FileTooLarge, default, $"the file is larger than {DescriptorLimits.FileSize / 1024 / 1024} MiB, so it is not read; split it, or exclude it")
            : DescriptorFile.NotADescriptor(path);

    /// <summary>The result for a file that the operating system did not give.</summary>
    /// <param name="path">The path as it shall be shown.</param>
    /// <param name="reason">Why, in words of people.</param>
    /// <param name="expectation">Why the file is looked at; one that is merely found is told only when its start looks like a descriptor.</param>
    /// <param name="start">The start of its text, as far as it was given; a few thousand characters are enough.</param>
    public static DescriptorFile Unreadable(string path, string reason, DescriptorExpectation expectation = DescriptorExpectation.Expected, string start = "") =>
        IsTold(path, expectation, start)
            ? Fail(path, LineMap.Empty, InputRules.Unreadable, default, $"the file could not be read: {reason.TrimEnd('.')}")
            : DescriptorFile.NotADescriptor(path);

    /// <summary>The result for a file whose bytes are no text.</summary>
    /// <param name="path">The path as it shall be shown.</param>
    /// <param name="bytes">Holds its bytes.</param>
    /// <param name="count">How many of them there are.</param>
    /// <param name="invalidAt">The offset of the first bad one.</param>
    /// <param name="expectation">Why the file is looked at; one that is merely found is told only when it looks like a descriptor in front of the bad byte, or is one but for such bytes.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile NotText(
        string path, byte[] bytes, int count, int invalidAt, DescriptorExpectation expectation = DescriptorExpectation.Expected, CancellationToken cancellationToken = default) =>
        NotText(path, TextDecoder.DecodeLeniently(bytes, count), TextDecoder.DecodeLeniently(bytes, invalidAt).Length, expectation, cancellationToken);

    /// <summary>The result for a file whose bytes are no text.</summary>
    /// <param name="path">The path as it shall be shown.</param>
    /// <param name="text">Its text, in which marks (U+FFFD) stand for the bad bytes.</param>
    /// <param name="invalidAt">The offset of the first mark.</param>
    /// <param name="expectation">Why the file is looked at; one that is merely found is told only when it looks like a descriptor in front of the mark, or is one but for the marks.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static DescriptorFile NotText(string path, string text, int invalidAt, DescriptorExpectation expectation, CancellationToken cancellationToken)
    {
        invalidAt = Math.Min(invalidAt, text.Length);
        if (SaysSomethingForCompose(path))
        {
            return PartOfText(path, text, invalidAt);
        }

        var isTold = IsTold(path, expectation, text.Substring(0, invalidAt)) || Read(path, text, DescriptorExpectation.Found, cancellationToken).IsDescriptor;
        return isTold
            ? NotText(path, text, invalidAt, "the file holds a byte that is not UTF-8; save it as UTF-8, or as UTF-16 with a byte order mark")
            : DescriptorFile.NotADescriptor(path);
    }

    /// <summary>
    /// An environment file is no descriptor, and Compose takes its bytes as they are (compose-go, dotenv/parser.go): a comment in an old encoding costs it
    /// nothing, and a value in one is set, if to no word that Compose knows. So it is read with its marks, and so is a development container. That is told
    /// where a project takes the file in (<see cref="ComposeProjects"/>).
    /// </summary>
    private static DescriptorFile PartOfText(string path, string text, int invalidAt) =>
        NotText(path, text, invalidAt, "the file holds a byte that is not UTF-8, so that values with such bytes are not known; save it as UTF-8") with
        {
            IsDescriptor = false,
            Source = new DescriptorSource([], text),
        };

    /// <summary>Whether a file says something only for the projects of Compose beside it: an environment file, or a development container.</summary>
    private static bool SaysSomethingForCompose(string path) => ComposeFileNames.IsEnvironment(path) || ComposeDiscovery.IsContainer(path);

    private static DescriptorFile ReadText(DescriptorFileBuilder file, string text, DescriptorExpectation expectation, bool keepsDocuments, CancellationToken cancellationToken)
    {
        var path = file.Path;
        var isTold = expectation == DescriptorExpectation.Expected || Sniff(path, text);
        var nul = text.IndexOf('\0');
        if (nul >= 0)
        {
            if (isTold)
            {
                file.Report(InputRules.NotText, new TextRange(nul, 1), "the file holds a NUL character, so it is not judged");
            }

            return file.Build();
        }

        if (ChartFiles.IsBelowTemplates(path))
        {
            file.TemplateStart = text.IndexOf("{{", StringComparison.Ordinal);
            if (file.TemplateStart >= 0 && ChartFiles.HasSyntax(text))
            {
                // Whether it happens to be YAML does not matter.
                file.Fragments = TemplateFragments.Read(text, file);
                ReportTemplate(file, text, isTold);
                return file.Build();
            }
        }

        var stream = DescriptorPatterns.IsToml(path) ? ReadToml(text, cancellationToken) : ReadDocuments(text, cancellationToken);
        var isTemplate = stream.Problems.Any(problem => ReferenceEquals(problem.Rule, InputRules.SyntaxError)) && text.IndexOf("{{", StringComparison.Ordinal) >= 0;
        if (isTemplate)
        {
            ReportTemplate(file, text, isTold);
            return file.Build();
        }

        file.Tags = stream.Tags;
        foreach (var document in stream.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DescriptorFormats.For(path).Any(format => format.TryRead(new DataCursor(document), file)))
            {
                file.DocumentCount++;
            }
        }

        if (file.DocumentCount > 0)
        {
            SuppressionComments.Read(text, stream.Documents, file);
        }

        if (ChartFiles.IsValues(path))
        {
            file.Fragments = ValuesFragments.Read(stream.Documents, file);
        }

        foreach (var problem in stream.Problems)
        {
            if (isTold || file.DocumentCount > 0)
            {
                file.Report(problem.Rule, problem.Range, problem.Message);
            }
        }

        // A text within a text has its places found in the latter; only kustomizations hold such. A project of Compose is edited where it is put together.
        return keepsDocuments || file.IsPartOfProject
            ? file.Build() with { Source = new DescriptorSource(stream.Documents, file.IsPartOfProject || RunFiles.IsKustomization(path) ? text : null) { Tags = stream.Tags } }
            : file.Build();
    }

    /// <summary>JSON by the strict reader, since tabs and duplicate keys mean other things in YAML; everything else as YAML.</summary>
    private static YamlStream ReadDocuments(string text, CancellationToken cancellationToken)
    {
        var start = FirstCharacter(text, 0);
        var looksLikeJson = start < text.Length && text[start] == '{' && FirstCharacter(text, start + 1) is var second && second < text.Length && text[second] is '"' or '}';
        if (looksLikeJson)
        {
            var json = JsonReader.Read(text);
            if (json.Root is not null)
            {
                return new YamlStream([json.Root], []);
            }

            var yaml = YamlTreeReader.Read(text, cancellationToken);
            if (yaml.Problems.Count > 0 && json.Problems[json.Problems.Count - 1] is { } problem)
            {
                return new YamlStream([], [problem.Kind == JsonProblemKind.TooDeep
                    ? new YamlProblem(InputRules.TooDeep, problem.Range, $"{problem.Message}, so the document is not judged")
                    : new YamlProblem(InputRules.SyntaxError, problem.Range, $"the JSON is not well-formed: {problem.Message}")]);
            }

            return yaml;
        }

        return YamlTreeReader.Read(text, cancellationToken);
    }

    private static YamlStream ReadToml(string text, CancellationToken cancellationToken)
    {
        var document = TomlReader.Read(text, cancellationToken);
        return document.Problem is { } problem
            ? new YamlStream([], [new YamlProblem(problem.Rule, problem.Range, problem.Message)])
            : new YamlStream([document.Root!], []);
    }

    private static void ReportTemplate(DescriptorFileBuilder file, string text, bool isTold)
    {
        if (isTold)
        {
            var at = text.IndexOf("{{", StringComparison.Ordinal);
            file.Report(InputRules.IsTemplate, new TextRange(at, 2), "the file is a template, so it is not judged; render it (helm template) and check the output");
        }
    }

    /// <summary>
    /// Whether it is told that a file cannot be read. Of an environment file or a development container no start says anything, and without it something
    /// else than what counts would pass for a project of Compose.
    /// </summary>
    private static bool IsTold(string path, DescriptorExpectation expectation, string start) =>
        expectation == DescriptorExpectation.Expected || SaysSomethingForCompose(path) || Sniff(path, start);

    private static bool Sniff(string path, string text)
    {
        var head = text.Length <= SniffLength ? text : text.Substring(0, SniffLength);
        return DescriptorFormats.For(path).Any(format => format.MayContain(head));
    }

    private static int FirstCharacter(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private static DescriptorFile NotText(string path, string text, int at, string message) =>
        Fail(path, new LineMap(text), InputRules.NotText, new TextRange(at, 0), message);

    private static DescriptorFile Fail(string path, LineMap lines, RuleDescriptor rule, TextRange range, string message) =>
        DescriptorFile.Unreadable(path, lines, Finding.At(rule, rule.DefaultSeverity, path, lines, range, message));
}
