namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>Reads nodes that are found by their indentation (YAML 1.2.2, 8.2), and what stands in them.</summary>
/// <remarks>It recurses for each level, and no deeper than <see cref="DescriptorLimits.Depth"/>.</remarks>
internal sealed class BlockReader
{
    private readonly YamlInput _input;
    private readonly YamlEvents _events;
    private readonly PropertiesReader _properties;
    private readonly PlainScalarReader _plain;
    private readonly QuotedScalarReader _quoted;
    private readonly BlockScalarReader _scalar;
    private readonly FlowReader _flow;
    private readonly CancellationToken _cancellationToken;
    private int _depth;

    /// <summary>Prepares to read.</summary>
    /// <param name="input">The text.</param>
    /// <param name="events">Takes what is read.</param>
    /// <param name="properties">Reads properties, and knows what tags mean.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public BlockReader(YamlInput input, YamlEvents events, PropertiesReader properties, CancellationToken cancellationToken)
    {
        (_input, _events, _properties, _cancellationToken) = (input, events, properties, cancellationToken);
        (_plain, _quoted, _scalar) = (new PlainScalarReader(input), new QuotedScalarReader(input), new BlockScalarReader(input));
        _flow = new FlowReader(input, events, properties, _plain, _quoted, cancellationToken);
    }

    /// <summary>Reads the root of a document.</summary>
    /// <param name="isBehindMark">Whether <c>---</c> stands in front of it in its line, where no block collection starts (YAML 1.2.2, 9.1.3).</param>
    /// <exception cref="YamlSyntaxException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was stopped.</exception>
    public void ReadRoot(bool isBehindMark)
    {
        _depth = 0;
        ReadNode(parent: -1, mayOpen: !isBehindMark, mayHang: false);
    }

    /// <summary>Reads the node behind an indicator.</summary>
    /// <param name="parent">The column of the collection around it; -1 for none.</param>
    /// <param name="mayOpen">Whether a block collection may start in this line.</param>
    /// <param name="mayHang">Whether the dashes of a list may stand in the column of the collection around it, as below a key.</param>
    private void ReadNode(int parent, bool mayOpen, bool mayHang)
    {
        var behind = _input.At;
        var isNewLine = _input.SkipToToken();
        if (IsNothing(parent, isNewLine, mayHang))
        {
            AddNothing(behind, default);
        }
        else
        {
            ReadContent(parent, mayOpen || isNewLine, mayHang, default);
        }
    }

    /// <summary>Whether what comes next is none of a node that could stand here.</summary>
    private bool IsNothing(int parent, bool isNewLine, bool mayHang) => _input.IsOver || _input.IsAtMark()
        || (isNewLine && _input.Indent <= parent && !(mayHang && _input.Indent == parent && _input.Tab < 0 && _input.IsIndicator('-')));

    /// <param name="parent">The column of the collection around it.</param>
    /// <param name="mayOpen">Whether a block collection may start here.</param>
    /// <param name="mayHang">Whether the dashes of a list may stand in the column of the collection around it.</param>
    /// <param name="above">Properties in lines above, which belong to the node as a whole.</param>
    private void ReadContent(int parent, bool mayOpen, bool mayHang, NodeProperties above)
    {
        var start = _input.At;
        var (column, line, tab) = (_input.Column, _input.LineStart, _input.Tab);

        // Properties in the line of a key belong to the key, otherwise to the node.
        var own = default(NodeProperties);
        if (_properties.IsNext)
        {
            own = _properties.Read(isFlow: false);
            var behind = _input.At;
            var isNewLine = _input.SkipToToken();
            if (isNewLine || _input.IsOver)
            {
                above = PropertiesReader.Merge(above, own, start);
                if (IsNothing(parent, isNewLine, mayHang))
                {
                    AddNothing(behind, above);
                }
                else
                {
                    ReadContent(parent, mayOpen: true, mayHang, above);
                }

                return;
            }
        }

        switch (_input.Current)
        {
            case '-' when _input.IsIndicator('-'):
                ExpectOpening(mayOpen && own.AreNone, tab, "a list cannot start here; put its first '-' into a line of its own");
                ReadSequence(column, above);
                return;
            case '?' when _input.IsIndicator('?'):
                ExpectOpening(mayOpen && own.AreNone, tab, "a mapping cannot start here; put it into lines of its own");
                Open(YamlEventKind.MappingStart, start, above);
                ReadEntries(column);
                return;
            case '|' or '>':
                Add(_scalar.Read(parent), PropertiesReader.Merge(above, own, start));
                return;
        }

        var index = _events.Count;
        var node = ReadKeyOrScalar(own);
        if (IsColonOfKey(start, line))
        {
            ExpectOpening(mayOpen, tab, "a mapping cannot start here; put it into lines of its own, or quote a value that holds ': '");
            Deepen(start);
            _events.Insert(index, new YamlEvent(YamlEventKind.MappingStart, YamlStyle.Plain, start, start, null, -1, above));
            if (node is { } key)
            {
                Add(key, own);
            }

            ReadValue(column);
            ReadEntries(column);
            return;
        }

        if (node is { } scalar)
        {
            scalar = scalar is { Kind: YamlEventKind.Scalar, Style: YamlStyle.Plain } ? _plain.ReadOn(scalar, isFlow: false, parent) : scalar;
            Add(scalar, PropertiesReader.Merge(above, own, start));
        }
        else
        {
            _events.SetProperties(index, PropertiesReader.Merge(above, own, start));
        }

        _input.ExpectLineEnd("nothing may follow a value in its line; quote all of it, or put what follows into a line of its own");
    }

    /// <summary>Reads what may turn out to be a key.</summary>
    /// <returns>An alias or scalar, of a plain one its first line; null for a collection, whose events are there already.</returns>
    private YamlEvent? ReadKeyOrScalar(in NodeProperties own)
    {
        switch (_input.Current)
        {
            case '*':
                return _properties.ReadAlias(own, isFlow: false);
            case '"' or '\'':
                return _quoted.Read();
            case '[' or '{':
                _flow.ReadCollection(own, _depth);
                return null;
            case ':' when _input.IsIndicator(':'):
                return new YamlEvent(YamlEventKind.Scalar, YamlStyle.Plain, _input.At, _input.At, string.Empty, _input.At, default);
            default:
                return _plain.CanStart(isFlow: false)
                    ? _plain.ReadLine(isFlow: false)
                    : throw _input.Unexpected(_input.IsLineEnd(_input.At) ? "a key or value is missing here" : $"a value cannot start with '{_input.Current}'; quote it");
        }
    }

    /// <summary>Whether a colon follows that makes a key of what was just read: it ends in the line in which it starts, and is not long.</summary>
    private bool IsColonOfKey(int start, int line)
    {
        if (_input.LineStart != line)
        {
            return false;
        }

        var end = _input.At;
        _input.SkipBlanks();
        if (_input.IsIndicator(':') && _input.At - start <= FlowReader.LongestKey)
        {
            return true;
        }

        _input.At = end;
        return false;
    }

    /// <summary>Reads the items of a list, the first of whose dashes is next.</summary>
    private void ReadSequence(int column, in NodeProperties own)
    {
        Open(YamlEventKind.SequenceStart, _input.At, own);
        do
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _input.At++;
            ReadNode(column, mayOpen: true, mayHang: false);
        }
        while (IsAnother(column) && _input.IsIndicator('-'));
        Close(YamlEventKind.SequenceEnd);
    }

    /// <summary>Reads the entries of a mapping, up to its end.</summary>
    private void ReadEntries(int column)
    {
        while (IsAnother(column) && !IsDash(column))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var start = _input.At;
            if (_input.IsIndicator('?'))
            {
                _input.At++;
                ReadNode(column, mayOpen: true, mayHang: true);
                if (IsAnother(column) && _input.IsIndicator(':'))
                {
                    _input.At++;
                    ReadNode(column, mayOpen: true, mayHang: true);
                }
                else
                {
                    AddNothing(_events[_events.Count - 1].End, default);
                }
            }
            else
            {
                ReadKey(start);
                ReadValue(column);
            }
        }

        Close(YamlEventKind.MappingEnd);
    }

    private void ReadKey(int start)
    {
        var line = _input.LineStart;
        var own = default(NodeProperties);
        if (_properties.IsNext)
        {
            own = _properties.Read(isFlow: false);
            _input.SkipBlanks();
        }

        var key = ReadKeyOrScalar(own);
        if (!IsColonOfKey(start, line))
        {
            throw YamlSyntaxException.At(start, Math.Max(start, Math.Min(_input.At, EndOfLine(start))), "this is no entry of the mapping around it: a key and ':' are missing");
        }

        if (key is { } scalar)
        {
            Add(scalar, own);
        }
    }

    /// <summary>Reads the value of a key, whose colon is next.</summary>
    private void ReadValue(int column)
    {
        _input.At++;
        ReadNode(column, mayOpen: false, mayHang: true);
    }

    /// <summary>Goes to what is next, and tells whether it stands in the column of a collection.</summary>
    private bool IsAnother(int column)
    {
        _input.SkipToToken();
        if (_input.IsOver || _input.IsAtMark())
        {
            return false;
        }

        YamlInput.ExpectNoTab(_input.Tab);
        return _input.Column <= column
            ? _input.Column == column
            : throw YamlSyntaxException.At(_input.LineStart, _input.At, "this line is indented differently from those that it belongs to");
    }

    /// <summary>Whether a list goes on that hangs below a key of a mapping: the mapping is one item of it then.</summary>
    private bool IsDash(int column) => _input.Column == column && _input.IsIndicator('-');

    private int EndOfLine(int at)
    {
        while (!_input.IsLineEnd(at))
        {
            at++;
        }

        return at;
    }

    private void ExpectOpening(bool isAllowed, int tab, string otherwise)
    {
        if (!isAllowed)
        {
            throw _input.Unexpected(otherwise);
        }

        YamlInput.ExpectNoTab(tab);
    }

    private void Open(YamlEventKind kind, int start, in NodeProperties own)
    {
        Deepen(start);
        _events.Add(new YamlEvent(kind, YamlStyle.Plain, start, start, null, -1, own));
    }

    private void Deepen(int at)
    {
        if (_depth++ == DescriptorLimits.Depth)
        {
            throw YamlSyntaxException.TooDeep(at);
        }
    }

    private void Close(YamlEventKind kind)
    {
        _depth--;
        var end = _events[_events.Count - 1].End;
        _events.Add(new YamlEvent(kind, YamlStyle.Plain, end, end, null, -1, default));
    }

    private void Add(YamlEvent read, in NodeProperties own) => _events.Add(own.AreNone ? read : read with { Properties = own });

    private void AddNothing(int at, in NodeProperties own) => _events.Add(new YamlEvent(YamlEventKind.Scalar, YamlStyle.Plain, at, at, string.Empty, at, own));
}
