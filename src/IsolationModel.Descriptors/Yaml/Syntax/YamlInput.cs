namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>A text, the place that reading has reached, and the line around it.</summary>
/// <remarks>
/// Lines end at CR, LF, CR LF and, as for every decoder that descriptors meet (goyaml.v2 and v3 as libyaml, yamlprivateh.go), at the three breaks that
/// only YAML 1.1 has: what a comment seems to hide behind one of them counts in the cluster, so it has to count here.
/// </remarks>
internal sealed class YamlInput(string text, int end)
{
    /// <summary>Why lines are not indented by tabs (YAML 1.2.2, 6.1).</summary>
    public const string TabMessage = "a tab indents this line; indent with spaces";

    /// <summary>The whole text.</summary>
    public string Text => text;

    /// <summary>Where reading ends.</summary>
    public int End => end;

    /// <summary>The place that reading has reached.</summary>
    public int At { get; set; }

    /// <summary>Where its line starts.</summary>
    public int LineStart { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsOver => At >= end;

    /// <summary>The next character; NUL at the end.</summary>
    public char Current => At < end ? text[At] : '\0';

    /// <summary>How many characters stand in front of it in its line.</summary>
    public int Column => At - LineStart;

    /// <summary>The first tab among the blanks in front of it; -1 for none.</summary>
    public int Tab { get; private set; } = -1;

    /// <summary>How many spaces its line starts with, where <see cref="SkipToToken"/> has just reached it.</summary>
    public int Indent => Tab < 0 ? Column : Tab - LineStart;

    /// <summary>Whether a character is a space or a tab.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>Whether a character ends a line.</summary>
    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Whether a character has a meaning in brackets.</summary>
    public static bool IsFlowIndicator(char c) => c is ',' or '[' or ']' or '{' or '}';

    /// <summary>Goes to a place that starts a line.</summary>
    public void StartAt(int place) => (At, LineStart, Tab) = (place, place, -1);

    /// <summary>Whether a blank, a break or the end is at a place.</summary>
    public bool IsWhite(int place) => place >= end || IsBlank(text[place]) || IsBreak(text[place]);

    /// <summary>Whether a line, or all, ends at a place.</summary>
    public bool IsLineEnd(int place) => place >= end || IsBreak(text[place]);

    /// <summary>Whether an indicator stands at the next place by itself.</summary>
    public bool IsIndicator(char indicator) => At < end && text[At] == indicator && IsWhite(At + 1);

    /// <summary>Whether a document's start or end is marked at a place that starts a line.</summary>
    public bool IsMarkAt(int line) => IsMarkAt(line, '-') || IsMarkAt(line, '.');

    /// <summary>Whether three of a character stand at a place that starts a line, by themselves.</summary>
    public bool IsMarkAt(int line, char mark) => line + 2 < end && text[line] == mark && text[line + 1] == mark && text[line + 2] == mark && IsWhite(line + 3);

    /// <summary>Whether a document's start or end is marked at the next place.</summary>
    public bool IsAtMark() => At == LineStart && IsMarkAt(At);

    /// <summary>Goes over spaces and tabs.</summary>
    public void SkipBlanks()
    {
        while (At < end && IsBlank(text[At]))
        {
            At++;
        }
    }

    /// <summary>Goes over the break that is next.</summary>
    public void SkipBreak() => StartAt(At + (text[At] == '\r' && At + 1 < end && text[At + 1] == '\n' ? 2 : 1));

    /// <summary>Goes to the end of the line.</summary>
    public void SkipLine()
    {
        while (At < end && !IsBreak(text[At]))
        {
            At++;
        }
    }

    /// <summary>Goes over blanks, comments and breaks.</summary>
    /// <returns>Whether another line was reached.</returns>
    public bool SkipToToken()
    {
        var first = LineStart;
        while (true)
        {
            if (At < end && IsBlank(text[At]))
            {
                Tab = -1;
                for (; At < end && IsBlank(text[At]); At++)
                {
                    Tab = Tab < 0 && text[At] == '\t' ? At : Tab;
                }
            }

            if (At < end && text[At] == '#' && (At == LineStart || IsBlank(text[At - 1])))
            {
                SkipLine();
            }

            if (At >= end || !IsBreak(text[At]))
            {
                return LineStart != first;
            }

            SkipBreak();
        }
    }

    /// <summary>Nothing but a comment may follow in this line.</summary>
    /// <param name="otherwise">What is wrong where something else follows, and what to do: a clause.</param>
    /// <exception cref="YamlSyntaxException">Something else follows.</exception>
    public void ExpectLineEnd(string otherwise)
    {
        var from = At;
        SkipBlanks();
        if (IsLineEnd(At) || (text[At] == '#' && At > from))
        {
            return;
        }

        throw Unexpected(text[At] switch
        {
            ':' when IsWhite(At + 1) => "a mapping cannot start here; put it into lines of its own, or quote a value that holds ': '",
            '#' => "a blank is missing in front of the comment",
            _ => otherwise,
        });
    }

    /// <summary>What starts here is found by its indentation, which is made of spaces.</summary>
    /// <param name="tab">The first tab in front of it (<see cref="Tab"/>).</param>
    /// <exception cref="YamlSyntaxException">There is one.</exception>
    public static void ExpectNoTab(int tab)
    {
        if (tab >= 0)
        {
            throw YamlSyntaxException.At(tab, tab + 1, TabMessage);
        }
    }

    /// <summary>Something else should stand at the next place.</summary>
    public YamlSyntaxException Unexpected(string what) => Unexpected(At, what);

    /// <summary>Something else should stand at a place.</summary>
    public YamlSyntaxException Unexpected(int place, string what) => YamlSyntaxException.At(Math.Min(place, end), Math.Min(end, place + 1), what);
}
