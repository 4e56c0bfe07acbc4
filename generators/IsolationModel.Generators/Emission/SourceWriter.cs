using System.Text;

namespace IsolationModel.Generators.Emission;

/// <summary>Writes indented code with <c>\n</c> between lines.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes a line.</summary>
    public SourceWriter Line(string line)
    {
        _text.Append(' ', line.Length == 0 ? 0 : _indent * IndentSize).Append(line).Append('\n');
        return this;
    }

    /// <summary>Writes an empty line.</summary>
    public SourceWriter Line() => Line(string.Empty);

    /// <summary>Writes a line that no indentation belongs to, such as a directive.</summary>
    public SourceWriter Directive(string line)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Opens a block under a line.</summary>
    public SourceWriter Open(string line)
    {
        Line(line).Line("{");
        _indent++;
        return this;
    }

    /// <summary>Closes a block.</summary>
    public SourceWriter Close(string end = "}")
    {
        _indent--;
        return Line(end);
    }

    /// <summary>Indents what follows by one more, or one less.</summary>
    public SourceWriter Indent(int levels)
    {
        _indent += levels;
        return this;
    }

    /// <summary>Writes items with an empty line between each two.</summary>
    public SourceWriter Between<T>(IEnumerable<T> items, Action<SourceWriter, T> write)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                Line();
            }

            write(this, item);
            isFirst = false;
        }

        return this;
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();
}
