using System.Diagnostics.CodeAnalysis;
using IsolationModel.Data;
using IsolationModel.Rules;
using IsolationModel.Text;
using YamlDotNet.Core;

namespace IsolationModel.Descriptors.Yaml;

/// <summary>
/// Reads YAML text into trees with exact places, from YamlDotNet's events. A broken document costs itself: reading goes on at the next
/// document mark.
/// </summary>
internal sealed class YamlTreeReader
{
    private static readonly Dictionary<DataNode, string> Nothing = [];

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private readonly List<DataNode> _documents = [];
    private readonly List<YamlProblem> _problems = [];
    private Dictionary<DataNode, string>? _tags;
    private int _start;
    private int _end;
    private int _nodeCount;
    private bool _isOver;

    private YamlTreeReader(string text, CancellationToken cancellationToken) => (_text, _cancellationToken) = (text, cancellationToken);

    /// <summary>Reads all documents.</summary>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public static YamlStream Read(string text, CancellationToken cancellationToken)
    {
        var reader = new YamlTreeReader(text, cancellationToken);
        foreach (var (start, end) in StreamParts.Of(text))
        {
            (reader._start, reader._end) = (start, end);
            for (var at = start; at >= 0 && !reader._isOver;)
            {
                at = reader.ReadFrom(at);
            }
        }

        return new YamlStream(reader._documents, reader._problems) { Tags = reader._tags };
    }

    /// <summary>Reads documents up to the end or to the first broken one; returns where to go on, or -1.</summary>
    private int ReadFrom(int start)
    {
        using var builder = new YamlTreeBuilder(_text, start, _end);
        var next = ReadFrom(start, builder);
        foreach (var tag in builder.Tags ?? Nothing)
        {
            (_tags ??= []).Add(tag.Key, tag.Value);
        }

        return next;
    }

    private int ReadFrom(int start, YamlTreeBuilder builder)
    {
        var parser = new Parser(new TextTailReader(_text, start, _end));
        while (true)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (!TryMoveNext(parser, start, out var problem))
            {
                if (problem is not null)
                {
                    return Recover(start, problem, builder);
                }

                // One more, so that a file of countless empty parts comes to its end, too.
                _nodeCount += builder.NodeCount + 1;
                return -1;
            }

            problem = builder.Add(parser.Current!);
            if (problem is not null)
            {
                return Recover(start, problem, builder);
            }

            if (builder.TakeDocument() is { } document)
            {
                _documents.Add(document);
            }

            if (_nodeCount + builder.NodeCount > DescriptorLimits.Nodes)
            {
                var at = Math.Min(_end, start + (int)parser.Current!.End.Index);
                _problems.Add(new YamlProblem(InputRules.TooManyNodes, new TextRange(at, 0), $"the file has more than {DescriptorLimits.Nodes} nodes, so it is not judged from here on; split it"));
                return Stop();
            }
        }
    }

    /// <summary>Goes to the next event; false at the end, or with a problem where the text breaks the grammar.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Broken text makes the parser throw other exceptions than its own (InvalidOperationException: 'The scanner should contain no more tokens')")]
    private bool TryMoveNext(Parser parser, int start, out YamlProblem? problem)
    {
        problem = null;
        try
        {
            return parser.MoveNext();
        }
        catch (YamlException error)
        {
            if (FindTab(error, Math.Max(start + (int)error.Start.Index, start + (int)(parser.Current?.End.Index ?? 0))) is { } tab)
            {
                problem = new YamlProblem(InputRules.SyntaxError, tab, "the YAML is not well-formed: a tab indents this line; indent with spaces");
                return false;
            }

            var at = Math.Min(_end, start + (int)error.Start.Index);
            var end = Math.Min(_end, Math.Max(at, start + (int)error.End.Index));
            problem = new YamlProblem(InputRules.SyntaxError, TextRange.FromBounds(at, end), $"the YAML is not well-formed: {Describe(error)}");
        }
        catch (Exception error)
        {
            var at = Math.Min(_end, start + (int)(parser.Current?.End.Index ?? 0));
            problem = new YamlProblem(InputRules.SyntaxError, new TextRange(at, 0), $"the YAML is not well-formed: {error.Message.TrimEnd('.')}");
        }

        return false;
    }

    /// <summary>YamlDotNet tells a tab in the indentation at the mapping around it, or at the value in front of it; people look for the tab.</summary>
    private TextRange? FindTab(YamlException error, int from)
    {
        if ((error.InnerException?.Message ?? error.Message).IndexOf(" tab ", StringComparison.Ordinal) < 0)
        {
            return null;
        }

        var isIndentation = from == _start;
        for (var at = Math.Min(from, _end); at < _end; at++)
        {
            switch (_text[at])
            {
                case '\t' when isIndentation:
                    return new TextRange(at, 1);
                case '\n' or '\r':
                    isIndentation = true;
                    break;
                case not ' ':
                    isIndentation = false;
                    break;
            }
        }

        return null;
    }

    private int Recover(int start, YamlProblem problem, YamlTreeBuilder builder)
    {
        _problems.Add(problem);
        _nodeCount += builder.NodeCount;
        if (_problems.Count < DescriptorLimits.BrokenDocuments)
        {
            return NextDocumentMark(Math.Max(problem.Range.Start, start + 1));
        }

        _problems.Add(new YamlProblem(InputRules.TooManyNodes, problem.Range, $"the file has {DescriptorLimits.BrokenDocuments} broken documents, so it is not judged from here on"));
        return Stop();
    }

    private int Stop()
    {
        _isOver = true;
        return -1;
    }

    /// <summary>The next line at or behind a place that is a document mark: <c>---</c>, then a blank or the line's end.</summary>
    private int NextDocumentMark(int from)
    {
        for (var at = from - 1; at >= 0 && at < _end; at++)
        {
            at = _text.IndexOf("\n---", at, _end - at, StringComparison.Ordinal);
            if (at < 0)
            {
                return -1;
            }

            if (at + 4 == _end || _text[at + 4] is ' ' or '\t' or '\r' or '\n')
            {
                return at + 1;
            }
        }

        return -1;
    }

    /// <summary>YamlDotNet's own words, without the place that they start with and as one line.</summary>
    private static string Describe(YamlException error)
    {
        var message = error.InnerException is YamlException inner ? inner.Message : error.Message;
        var colon = message.StartsWith("(Line:", StringComparison.Ordinal) ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        message = colon < 0 ? message : message.Substring(colon + 3);
        return Sentence.AsClause(message.Replace('\r', ' ').Replace('\n', ' '));
    }
}
