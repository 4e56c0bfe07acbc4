using IsolationModel.Cli.Commands;
using IsolationModel.Cli.LanguageServer.Documents;
using IsolationModel.Cli.LanguageServer.Features;
using IsolationModel.Cli.LanguageServer.Places;
using IsolationModel.Cli.LanguageServer.Protocol;
using IsolationModel.Cli.Output;
using IsolationModel.Evaluation;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Cli.Answers;

/// <summary>What the words at a place mean, as an editor shows it where the pointer rests.</summary>
/// <param name="Model">The model that judged.</param>
/// <param name="Runtimes">What names of runtimes come to in the run.</param>
/// <param name="From">The file.</param>
/// <param name="Words">The words, in their order; each means something.</param>
internal sealed record PlaceMeaning(ModelIndex Model, RuntimeMeaning Runtimes, DescriptorFile From, IReadOnlyList<WrittenPlace> Words)
{
    /// <summary>Nobody writes more into a line; each costs a look at the whole text.</summary>
    private const int MostWords = 64;

    /// <summary>Looks at a place of a text.</summary>
    /// <param name="model">The model that judged.</param>
    /// <param name="runtimes">What names of runtimes come to in the run.</param>
    /// <param name="from">The file.</param>
    /// <param name="place">The place.</param>
    /// <param name="text">The text of the file.</param>
    public static PlaceMeaning Of(ModelIndex model, RuntimeMeaning runtimes, DescriptorFile from, PlaceTarget place, string text)
    {
        var written = WordsAt(place, text).ToList();
        var all = new PlaceMeaning(model, runtimes, from, written.Count > 0 ? written : ClassAt(place, from, text));
        return all with { Words = [.. all.Words.Where(word => all.LinesOf(word).Length > 0)] };
    }

    /// <summary>Writes what all of them mean.</summary>
    public void Write(TextPage page)
    {
        foreach (var word in Words)
        {
            page.Line();
            new MeaningPage(Model, Runtimes, page).Write(word, From);
        }
    }

    /// <summary>What one of them means, line by line.</summary>
    public string[] LinesOf(WrittenPlace word)
    {
        var page = new EditorPage(isMarkdown: false);
        new MeaningPage(Model, Runtimes, page).Write(word, From);
        return page.IsEmpty ? [] : [.. page.Text.Split('\n').Select(static line => line.Trim())];
    }

    /// <summary>The word at a column; of a whole line all of them.</summary>
    private static IEnumerable<WrittenPlace> WordsAt(PlaceTarget place, string text)
    {
        var document = new DocumentText(text);
        if (place.Column is { } column)
        {
            return PlaceFinder.Find(place.FullPath, text, document.OffsetOf(new ProtocolPosition(place.Line - 1, column - 1))) is { } word ? [word] : [];
        }

        var (start, end) = (document.OffsetOf(new ProtocolPosition(place.Line - 1, 0)), document.OffsetOf(new ProtocolPosition(place.Line - 1, int.MaxValue)));
        return Enumerable.Range(start, end - start)
            .Where(at => char.IsLetterOrDigit(text[at]) && (at == start || !char.IsLetterOrDigit(text[at - 1])))
            .Take(MostWords)
            .Select(at => PlaceFinder.Find(place.FullPath, text, at))
            .OfType<WrittenPlace>()
            .Distinct();
    }

    /// <summary>The RuntimeClass whose lines these probably are: a document may hold several, and nothing but their names and handlers has a place.</summary>
    private static IReadOnlyList<WrittenPlace> ClassAt(PlaceTarget place, DescriptorFile from, string text)
    {
        var (start, end) = DocumentAround(new DocumentText(text).OffsetOf(new ProtocolPosition(place.Line - 1, 0)), text);
        var classes = from.RuntimeClasses.Where(one => start <= one.NameRange.Start && one.NameRange.Start < end).ToList();
        if (classes.Count == 0)
        {
            return [];
        }

        var near = classes.FirstOrDefault(one => Math.Max(LastLine(one.Range), LastLine(one.NameRange)) >= place.Line) ?? classes[^1];
        return [new WrittenPlace(PlaceKind.RuntimeClass, near.NameRange, near.Name)];

        int LastLine(TextRange range) => from.Lines.GetPosition(range.End).Line;
    }

    /// <summary>The document in which a line stands: marks of YAML stand at the start of a line, where nothing else may look like one (YAML 1.2.2, 9.1).</summary>
    private static (int Start, int End) DocumentAround(int line, string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("---", StringComparison.Ordinal) || rest.StartsWith("...", StringComparison.Ordinal))
            {
                if (at > line)
                {
                    return (start, at);
                }

                start = at;
            }

            var end = rest.IndexOfAny('\n', '\r');
            at = end < 0 ? text.Length : at + end;
        }

        return (start, text.Length);
    }
}
