namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>Reads what stands in brackets (YAML 1.2.2, 7.4).</summary>
/// <remarks>
/// The specification wants the lines in brackets to be indented more than the node around them. No decoder that descriptors meet asks for it, and a
/// closing bracket below its key is common, so it is not asked for here.
/// </remarks>
internal sealed class FlowReader(YamlInput input, YamlEvents events, PropertiesReader properties, PlainScalarReader plain, QuotedScalarReader quoted, CancellationToken cancellationToken)
{
    /// <summary>How far a key's colon may be from its start (YAML 1.2.2, 7.4.2).</summary>
    public const int LongestKey = 1024;

    private int _depth;

    /// <summary>Reads the collection whose bracket is next; the place afterwards is behind its last one.</summary>
    /// <param name="own">What stands in front of it.</param>
    /// <param name="depth">How many collections are around it.</param>
    /// <exception cref="YamlSyntaxException">It cannot be read.</exception>
    public void ReadCollection(in NodeProperties own, int depth)
    {
        _depth = depth;
        ReadCollection(own);
    }

    private void ReadCollection(in NodeProperties own)
    {
        var start = input.At;
        Deepen(start);
        var isMapping = input.Current == '{';
        events.Add(new YamlEvent(isMapping ? YamlEventKind.MappingStart : YamlEventKind.SequenceStart, YamlStyle.Flow, start, start + 1, null, -1, own));
        var close = isMapping ? '}' : ']';
        input.At++;
        Next(start);
        while (input.Current != close)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isMapping)
            {
                ReadEntry(start);
            }
            else
            {
                ReadItem(start);
            }

            Next(start);
            if (input.Current == ',')
            {
                input.At++;
                Next(start);
            }
            else if (input.Current != close)
            {
                throw input.Unexpected($"',' or '{close}' is missing here");
            }
        }

        input.At++;
        _depth--;
        events.Add(new YamlEvent(isMapping ? YamlEventKind.MappingEnd : YamlEventKind.SequenceEnd, YamlStyle.Flow, input.At - 1, input.At, null, -1, default));
    }

    /// <summary>Goes to what is next in the brackets; something has to be.</summary>
    private void Next(int start)
    {
        input.SkipToToken();
        if (input.IsOver || input.IsAtMark())
        {
            throw YamlSyntaxException.At(start, start + 1, $"'{input.Text[start]}' is not closed before the document ends");
        }
    }

    private void ReadEntry(int start)
    {
        if (input.IsIndicator('?'))
        {
            input.At++;
            Next(start);
        }

        var isJson = ReadKeyOrNothing(start);
        Next(start);
        ReadValueOrNothing(start, isJson);
    }

    /// <summary>An item of a list may be a pair: a mapping of one entry without braces.</summary>
    private void ReadItem(int start)
    {
        var (at, line, index) = (input.At, input.LineStart, events.Count);
        if (input.IsIndicator('?') || IsColon())
        {
            OpenPair(index, at);
            ReadEntry(start);
        }
        else
        {
            var isJson = ReadNode(start);
            var end = input.At;
            input.SkipBlanks();
            if (!(input.Current == ':' && input.LineStart == line && input.At - at <= LongestKey && (isJson || IsColon())))
            {
                input.At = end;
                return;
            }

            OpenPair(index, at);
            ReadValueOrNothing(start, isJson);
        }

        _depth--;
        events.Add(new YamlEvent(YamlEventKind.MappingEnd, YamlStyle.Flow, Last, Last, null, -1, default));
    }

    /// <summary>Where the event behind which a pair ends does.</summary>
    private int Last => events[events.Count - 1].End;

    private void OpenPair(int index, int at)
    {
        Deepen(at);
        events.Insert(index, new YamlEvent(YamlEventKind.MappingStart, YamlStyle.Flow, at, at, null, -1, default));
    }

    private void Deepen(int at)
    {
        if (_depth++ == DescriptorLimits.Depth)
        {
            throw YamlSyntaxException.TooDeep(at);
        }
    }

    private bool ReadKeyOrNothing(int start)
    {
        if (IsColon() || input.Current is ',' or ']' or '}')
        {
            AddNothing(input.At, default);
            return false;
        }

        return ReadNode(start);
    }

    /// <param name="start">The bracket around it.</param>
    /// <param name="isJson">Whether its key ends by itself, so that nothing needs to stand between the colon and the value.</param>
    private void ReadValueOrNothing(int start, bool isJson)
    {
        if (!(input.Current == ':' && (isJson || IsColon())))
        {
            AddNothing(Last, default);
            return;
        }

        var colon = ++input.At;
        Next(start);
        if (input.Current is ',' or ']' or '}')
        {
            AddNothing(colon, default);
        }
        else
        {
            ReadNode(start);
        }
    }

    /// <returns>Whether it ends by itself, as what JSON has does: quotes, brackets.</returns>
    private bool ReadNode(int start)
    {
        var own = default(NodeProperties);
        while (properties.IsNext)
        {
            var at = input.At;
            own = PropertiesReader.Merge(own, properties.Read(isFlow: true), at);
            var end = input.At;
            Next(start);
            if (IsColon() || input.Current is ',' or ']' or '}')
            {
                AddNothing(end, own);
                return false;
            }
        }

        switch (input.Current)
        {
            case '*':
                events.Add(properties.ReadAlias(own, isFlow: true));
                return false;
            case '[' or '{':
                ReadCollection(own);
                return true;
            case '"' or '\'':
                events.Add(quoted.Read() with { Properties = own });
                return true;
            default:
                if (!plain.CanStart(isFlow: true))
                {
                    throw input.Unexpected(input.Current == '?' ? "a blank is missing behind '?' here; quote a value that starts with it" : $"a value cannot start with '{input.Current}' here; quote it");
                }

                events.Add(plain.ReadOn(plain.ReadLine(isFlow: true), isFlow: true, parent: -1) with { Properties = own });
                if (input.Current == ':' && !input.IsWhite(input.At + 1))
                {
                    // A key without value for the specification, a text that ends with the colon for goyaml.v2.
                    throw input.Unexpected("a blank is missing behind ':' here; quote a text that ends with it");
                }

                return false;
        }
    }

    /// <summary>Whether a colon is next that is not part of a text.</summary>
    private bool IsColon() => input.Current == ':' && (input.IsWhite(input.At + 1) || YamlInput.IsFlowIndicator(input.Text[input.At + 1]));

    private void AddNothing(int at, in NodeProperties own) => events.Add(new YamlEvent(YamlEventKind.Scalar, YamlStyle.Plain, at, at, string.Empty, at, own));
}
