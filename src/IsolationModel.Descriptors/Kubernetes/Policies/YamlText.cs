using System.Globalization;
using System.Text;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>Writes YAML documents: texts are quoted wherever a reader could take them for something else, expressions stand in blocks.</summary>
internal sealed class YamlText
{
    private const int Step = 2;

    /// <summary>Words that some version of YAML takes for a flag or for nothing (YAML 1.1, "Boolean" and "Null").</summary>
    private static readonly HashSet<string> Flags = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "y", "n", "null" };

    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Whether the next line has its start already: the dash of an item, or what stands in front of the first one.</summary>
    private bool _isStarted;

    /// <summary>Writes a document.</summary>
    /// <param name="comment">What is said before it; lines of it become lines.</param>
    /// <param name="content">What it holds.</param>
    public void Document(string comment, Action content)
    {
        if (_text.Length > 0)
        {
            _text.Append("---\n");
        }

        Comment(comment);
        content();
    }

    /// <summary>Says something to whoever reads the text. Nothing in it ends the comment.</summary>
    public void Comment(string text)
    {
        foreach (var line in text.Split('\n').Where(static line => line.Length > 0))
        {
            StartLine();
            _text.Append("# ").Append([.. line.Select(static c => NeedsEscape(c) ? ' ' : c)]).Append('\n');
        }
    }

    /// <summary>A field whose value is a text.</summary>
    public void Field(string key, string value)
    {
        Key(key);
        _text.Append(' ').Append(Scalar(value)).Append('\n');
    }

    /// <summary>A field whose value is a mapping.</summary>
    public void Field(string key, Action value)
    {
        Key(key);
        var empty = _text.Length;
        _text.Append('\n');
        _indent += Step;
        value();
        _indent -= Step;
        if (_text.Length == empty + 1)
        {
            _text.Length = empty;
            _text.Append(" {}\n");
        }
    }

    /// <summary>A field whose value is an expression.</summary>
    public void Expression(string key, string value)
    {
        if (!IsLiteral(value))
        {
            Field(key, value);
            return;
        }

        Key(key);
        _text.Append(" |-\n");
        foreach (var line in value.Split('\n'))
        {
            _text.Append(' ', line.Length == 0 ? 0 : _indent + Step).Append(line).Append('\n');
        }
    }

    /// <summary>A field whose value is a list of texts.</summary>
    public void Texts(string key, params string[] values)
    {
        Key(key);
        _text.Append(" [").Append(string.Join(", ", values.Select(Scalar))).Append("]\n");
    }

    /// <summary>A field whose value is a list of mappings.</summary>
    public void List<T>(string key, IEnumerable<T> items, Action<T> content) => Items(key, () =>
    {
        foreach (var item in items)
        {
            Item(() => content(item));
        }
    });

    /// <summary>A field whose value is a list of what <see cref="Item"/> writes.</summary>
    public void Items(string key, Action content)
    {
        Key(key);
        var empty = _text.Length;
        _text.Append('\n');
        content();
        if (_text.Length == empty + 1)
        {
            _text.Length = empty;
            _text.Append(" []\n");
        }
    }

    /// <summary>A mapping in a list; it has a field.</summary>
    public void Item(Action content)
    {
        StartLine();
        _text.Append("- ");
        _isStarted = true;
        _indent += Step;
        content();
        _indent -= Step;
    }

    /// <summary>The text of all documents.</summary>
    public override string ToString() => _text.ToString();

    private void Key(string key)
    {
        StartLine();
        _text.Append(Scalar(key)).Append(':');
    }

    private void StartLine()
    {
        _text.Append(' ', _isStarted ? 0 : _indent);
        _isStarted = false;
    }

    private static string Scalar(string text) => IsPlain(text) ? text : text.Any(NeedsEscape) ? DoubleQuoted(text) : $"'{text.Replace("'", "''")}'";

    /// <summary>Whether no reader takes the text for anything but a text.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0
        && text[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/')
        && !Flags.Contains(text);

    /// <summary>Whether a block holds the text as it is, without saying how far it is indented.</summary>
    private static bool IsLiteral(string text) =>
        text.Length > 0 && text[0] is not (' ' or '\n') && text[text.Length - 1] != '\n' && !text.Any(static c => c != '\n' && NeedsEscape(c));

    /// <summary>What some reader takes for a break, or refuses (YAML 1.2.2, 5.1), and what is written as two halves.</summary>
    private static bool NeedsEscape(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' || char.IsSurrogate(c);

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                quoted.Append(c).Append(text[++i]);
            }
            else if (NeedsEscape(c))
            {
                // A half of a character cannot be written: no reader takes it.
                quoted.Append("\\u").Append((char.IsSurrogate(c) ? 0xFFFD : c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
