namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>Reads a YAML text document by document (YAML 1.2.2, chapter 9).</summary>
internal sealed class YamlDocumentReader
{
    private readonly YamlInput _input;
    private readonly YamlEvents _events;
    private readonly PropertiesReader _properties;
    private readonly BlockReader _block;
    private bool _isSeparated = true;

    /// <summary>Prepares to read.</summary>
    /// <param name="text">The text around what is read.</param>
    /// <param name="start">Where reading starts: a line does, too.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="events">Takes what is read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public YamlDocumentReader(string text, int start, int end, YamlEvents events, CancellationToken cancellationToken)
    {
        (_input, _events) = (new YamlInput(text, end), events);
        _properties = new PropertiesReader(_input);
        _block = new BlockReader(_input, events, _properties, cancellationToken);
        _input.StartAt(start);
    }

    /// <summary>Where the last document ended.</summary>
    public int At => _input.At;

    /// <summary>Goes on at a place that starts a line, behind a document that could not be read.</summary>
    public void GoOnAt(int place)
    {
        _input.StartAt(place);
        _isSeparated = true;
    }

    /// <summary>Reads the next document.</summary>
    /// <returns>Whether there was one; its events are then the only ones.</returns>
    /// <exception cref="YamlSyntaxException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public bool Read()
    {
        _events.Clear();
        _properties.Reset();
        var hasDirectives = ReadDirectives();
        if (_input.IsOver)
        {
            return hasDirectives ? throw _input.Unexpected("'---' is missing behind the directives") : false;
        }

        var start = _input.At;
        var isMarked = start == _input.LineStart && _input.IsMarkAt(start, '-');
        if (!isMarked && (hasDirectives || !_isSeparated))
        {
            throw _input.Unexpected(hasDirectives ? "'---' is missing behind the directives" : "this is none of the document above; a document starts behind '---'");
        }

        if (isMarked)
        {
            _input.At += 3;
        }

        _events.Add(new YamlEvent(YamlEventKind.DocumentStart, isMarked ? YamlStyle.Marked : YamlStyle.Plain, start, _input.At, null, -1, default));
        _block.ReadRoot(isMarked);
        ReadEnd();
        return true;
    }

    /// <summary>Goes over what stands between documents, and reads the directives of the next one.</summary>
    private bool ReadDirectives()
    {
        var hasDirectives = false;
        while (true)
        {
            _input.SkipToToken();
            if (_input.At == _input.LineStart && _input.Current == '%' && _isSeparated)
            {
                _properties.ReadDirective();
                hasDirectives = true;
            }
            else if (!hasDirectives && _input.At == _input.LineStart && _input.IsMarkAt(_input.At, '.'))
            {
                ReadMark();
            }
            else
            {
                return hasDirectives;
            }
        }
    }

    private void ReadEnd()
    {
        _input.SkipToToken();
        var isMarked = _input.At == _input.LineStart && _input.IsMarkAt(_input.At, '.');
        var start = _input.At;
        _isSeparated = false;
        if (isMarked)
        {
            ReadMark();
        }
        else if (!_input.IsOver && !_input.IsAtMark())
        {
            YamlInput.ExpectNoTab(_input.Tab);
            throw _input.Unexpected("this is none of the document above; a document starts behind '---'");
        }

        _events.Add(new YamlEvent(YamlEventKind.DocumentEnd, isMarked ? YamlStyle.Marked : YamlStyle.Plain, start, _input.At, null, -1, default));
    }

    /// <summary>Reads the mark that ends a document; directives may follow, or a document without a mark.</summary>
    private void ReadMark()
    {
        _input.At += 3;
        _input.ExpectLineEnd("nothing but a comment may follow '...' in its line");
        _isSeparated = true;
    }
}
