using IsolationModel.Data;
using IsolationModel.Descriptors.Yaml.Syntax;
using IsolationModel.Rules;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>Reads YAML text into trees with exact places. A broken document costs itself: reading goes on at the next document mark.</summary>
internal sealed class YamlTreeReader
{
    private readonly string _text;
    private readonly YamlEvents _events;
    private readonly CancellationToken _cancellationToken;
    private readonly List<DataNode> _documents = [];
    private readonly List<YamlProblem> _problems = [];

    private YamlTreeReader(string text, YamlEvents events, CancellationToken cancellationToken) => (_text, _events, _cancellationToken) = (text, events, cancellationToken);

    /// <summary>Reads all documents.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static YamlStream Read(string text, CancellationToken cancellationToken)
    {
        var events = YamlEvents.Take();
        var builder = new YamlTreeBuilder(text);
        try
        {
            events.Room = DescriptorLimits.Nodes;
            var reader = new YamlTreeReader(text, events, cancellationToken);
            foreach (var (start, end) in StreamParts.Of(text))
            {
                if (!reader.ReadPart(start, end, builder))
                {
                    break;
                }
            }

            return new YamlStream(reader._documents, reader._problems) { Tags = builder.Tags };
        }
        finally
        {
            builder.Dispose();
            events.Return();
        }
    }

    /// <summary>Reads the documents of a part of the text.</summary>
    /// <returns>Whether the next part may be read.</returns>
    private bool ReadPart(int start, int end, YamlTreeBuilder builder)
    {
        if (_events.Room < 0)
        {
            return Tell(YamlSyntaxException.TooManyNodes(start).Problem);
        }

        var reader = new YamlDocumentReader(_text, start, end, _events, _cancellationToken);
        while (true)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var before = reader.At;
            try
            {
                if (!reader.Read())
                {
                    // A part without documents costs something, too: a file of countless ones comes to its end.
                    _events.Room--;
                    return true;
                }

                if (builder.Build(_events, _cancellationToken) is { } unusable && !Tell(unusable))
                {
                    return false;
                }

                if (builder.TakeDocument() is { } document)
                {
                    _documents.Add(document);
                }
            }
            catch (YamlSyntaxException broken)
            {
                if (!Tell(broken.Problem))
                {
                    return false;
                }

                var next = NextDocumentMark(Math.Max(broken.Problem.Range.Start, before + 1), end);
                if (next < 0)
                {
                    return true;
                }

                reader.GoOnAt(next);
            }
        }
    }

    /// <summary>Tells what makes a document unreadable.</summary>
    /// <returns>Whether others may be read.</returns>
    private bool Tell(YamlProblem problem)
    {
        _problems.Add(problem);
        if (problem.Rule == InputRules.TooManyNodes)
        {
            return false;
        }

        if (_problems.Count < DescriptorLimits.BrokenDocuments)
        {
            return true;
        }

        _problems.Add(new YamlProblem(InputRules.TooManyNodes, problem.Range, $"the file has {DescriptorLimits.BrokenDocuments} broken documents, so it is not judged from here on"));
        return false;
    }

    /// <summary>The next line at or behind a place that is a document mark: <c>---</c>, then a blank or the line's end; -1 where none is.</summary>
    private int NextDocumentMark(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            at = _text.IndexOf("---", at, end - at, StringComparison.Ordinal);
            if (at < 0)
            {
                return -1;
            }

            if (YamlInput.IsBreak(_text[at - 1]) && (at + 3 == end || YamlInput.IsBlank(_text[at + 3]) || YamlInput.IsBreak(_text[at + 3])))
            {
                return at;
            }
        }

        return -1;
    }
}
