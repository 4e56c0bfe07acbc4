namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>Reads what stands in front of nodes (YAML 1.2.2, 6.9), and the directives that give tags their meaning (6.8).</summary>
internal sealed class PropertiesReader(YamlInput input)
{
    private const string CoreTags = "tag:yaml.org,2002:";

    private Dictionary<string, string>? _handles;
    private bool _hasVersion;

    /// <summary>Whether the next place has a property.</summary>
    public bool IsNext => input.Current is '&' or '!';

    /// <summary>Forgets the directives of another document.</summary>
    public void Reset() => (_handles, _hasVersion) = (null, false);

    /// <summary>Reads the properties in this line; the place afterwards is behind the last one.</summary>
    /// <exception cref="YamlSyntaxException">One of them cannot be followed.</exception>
    public NodeProperties Read(bool isFlow)
    {
        var properties = default(NodeProperties);
        while (true)
        {
            var start = input.At;
            var read = input.Current == '&' ? new NodeProperties(ReadName(isFlow), null) : new NodeProperties(null, ReadTag());
            properties = Merge(properties, read, start);
            var end = input.At;
            input.SkipBlanks();
            if (!IsNext)
            {
                input.At = end;
                return properties;
            }
        }
    }

    /// <summary>Properties that stand in front of the same node.</summary>
    /// <exception cref="YamlSyntaxException">It would have two of a kind.</exception>
    public static NodeProperties Merge(in NodeProperties first, in NodeProperties second, int at) =>
        (first.Anchor is not null && second.Anchor is not null) || (first.Tag is not null && second.Tag is not null)
            ? throw YamlSyntaxException.At(at, at + 1, "a node has one anchor and one tag at most")
            : new NodeProperties(first.Anchor ?? second.Anchor, first.Tag ?? second.Tag);

    /// <summary>Reads the alias that is next; the place afterwards is behind its name.</summary>
    /// <param name="own">What stands in front of it.</param>
    /// <param name="isFlow">Whether brackets are around it.</param>
    /// <exception cref="YamlSyntaxException">It has no name, or properties of its own.</exception>
    public YamlEvent ReadAlias(in NodeProperties own, bool isFlow)
    {
        var start = input.At;
        if (!own.AreNone)
        {
            throw YamlSyntaxException.At(start, start + 1, "an alias has no anchor and no tag of its own");
        }

        var name = ReadName(isFlow);
        return new YamlEvent(YamlEventKind.Alias, YamlStyle.Plain, start, input.At, name, -1, default);
    }

    /// <summary>Reads the directive whose sign is next; the place afterwards is at the end of its line.</summary>
    /// <exception cref="YamlSyntaxException">It cannot be followed.</exception>
    public void ReadDirective()
    {
        var start = input.At++;
        var name = Word();
        switch (name)
        {
            case "YAML":
                var version = Word();
                if (_hasVersion || version.Length < 3 || !version.StartsWith("1.", StringComparison.Ordinal) || version.Skip(2).Any(static c => c is < '0' or > '9'))
                {
                    throw YamlSyntaxException.At(start, input.At, "one '%YAML 1.2' may stand in front of a document, and no other version");
                }

                _hasVersion = true;
                break;
            case "TAG":
                var (handle, prefix) = (Word(), Word());
                _handles ??= new Dictionary<string, string>(StringComparer.Ordinal);
                if (handle.Length == 0 || handle[0] != '!' || handle[handle.Length - 1] != '!' || prefix.Length == 0 || _handles.ContainsKey(handle))
                {
                    throw YamlSyntaxException.At(start, input.At, "a directive for tags reads '%TAG !name! prefix', once for each name");
                }

                _handles.Add(handle, prefix);
                break;
            default:
                // Others may come with later versions of YAML, and are passed over (YAML 1.2.2, 6.8).
                input.SkipLine();
                return;
        }

        input.ExpectLineEnd($"nothing may follow the directive '%{name}' in its line");
        input.SkipLine();
    }

    /// <summary>Reads the name behind <c>&amp;</c> or <c>*</c>.</summary>
    private string ReadName(bool isFlow)
    {
        var start = input.At++;
        SkipName(static c => c is not (':' or '?' or '%' or '@' or '`'));
        if (input.Current is ':' or '?' or '%' or '@' or '`')
        {
            // For the specification they are part of the name, for goyaml.v2 it ends in front of them: nobody shall read two things of one text.
            throw input.Unexpected($"a name behind '{input.Text[start]}' holds no '{input.Current}'; put a blank in front of it");
        }

        ExpectSeparation(isFlow);
        return input.At > start + 1
            ? input.Text.Substring(start + 1, input.At - start - 1)
            : throw YamlSyntaxException.At(start, start + 1, $"a name is missing behind '{input.Text[start]}'; quote a value that starts with it");
    }

    private string Word()
    {
        input.SkipBlanks();
        var start = input.At;
        while (!input.IsWhite(input.At))
        {
            input.At++;
        }

        return input.Text.Substring(start, input.At - start);
    }

    private string ReadTag()
    {
        var (text, start) = (input.Text, input.At++);
        if (input.Current == '<')
        {
            return ReadVerbatimTag(start);
        }

        SkipName(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-');
        var handle = "!";
        var suffix = start + 1;
        if (input.Current == '!')
        {
            handle = text.Substring(start, ++input.At - start);
            suffix = input.At;
        }

        SkipName(static _ => true);

        // Also in brackets: what follows without a blank is part of the tag for goyaml.v2, and none for the specification.
        ExpectSeparation(isFlow: false);
        if (input.At == suffix)
        {
            return handle == "!" ? "!" : throw YamlSyntaxException.At(start, input.At, $"a name is missing behind the tag's '{handle}'");
        }

        return Prefix(handle, start) + Decode(suffix, input.At);
    }

    private string ReadVerbatimTag(int start)
    {
        var first = ++input.At;
        while (!input.IsWhite(input.At) && input.Current != '>')
        {
            input.At++;
        }

        if (input.Current != '>' || input.At == first)
        {
            throw YamlSyntaxException.At(start, start + 1, "a tag that starts with '!<' ends with '>', without blanks in it");
        }

        return Decode(first, input.At++);
    }

    private string Prefix(string handle, int start) => _handles is not null && _handles.TryGetValue(handle, out var prefix) ? prefix : handle switch
    {
        "!" => "!",
        "!!" => CoreTags,
        _ => throw YamlSyntaxException.At(start, start + handle.Length, $"no '%TAG' directive of this document says what '{handle}' means"),
    };

    /// <summary>Percent signs stand for bytes of UTF-8 (YAML 1.2.2, 5.6).</summary>
    private string Decode(int start, int end)
    {
        var name = input.Text.Substring(start, end - start);
        if (name.IndexOf('%') < 0)
        {
            return name;
        }

        for (var at = name.IndexOf('%'); at >= 0; at = name.IndexOf('%', at + 1))
        {
            if (at + 2 >= name.Length || !Uri.IsHexDigit(name[at + 1]) || !Uri.IsHexDigit(name[at + 2]))
            {
                throw YamlSyntaxException.At(start + at, start + at + 1, "'%' in a tag is followed by two hexadecimal digits");
            }
        }

        return Uri.UnescapeDataString(name);
    }

    private void SkipName(Func<char, bool> isPart)
    {
        while (!input.IsWhite(input.At) && !YamlInput.IsFlowIndicator(input.Current) && isPart(input.Current))
        {
            input.At++;
        }
    }

    private void ExpectSeparation(bool isFlow)
    {
        if (!input.IsWhite(input.At) && !(isFlow && YamlInput.IsFlowIndicator(input.Current)))
        {
            throw input.Unexpected("a blank is missing here; quote a value that starts with '&', '*' or '!'");
        }
    }
}
