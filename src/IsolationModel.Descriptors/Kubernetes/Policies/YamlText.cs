using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>Writes YAML documents: texts are quoted wherever a reader could take them for something else, expressions stand in blocks.</summary>
internal sealed class YamlText : IDisposable
{
    /// <summary>Words that some version of YAML takes for a flag or for nothing (YAML 1.1, "Boolean" and "Null").</summary>
    private static readonly HashSet<string> Flags = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "yes", "no", "on", "off", "y", "n", "null" };

    private readonly StringWriter _writer = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
    private readonly Emitter _emitter;
    private bool _hasDocument;

    public YamlText()
    {
        // Folding would put line breaks into expressions, and anchors are never written.
        _emitter = new Emitter(_writer, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        _emitter.Emit(new StreamStart());
    }

    /// <summary>Writes a document.</summary>
    /// <param name="comment">What is said before it; lines of it become lines.</param>
    /// <param name="content">What it holds.</param>
    public void Document(string comment, Action content)
    {
        _emitter.Emit(new DocumentStart(null, null, isImplicit: !_hasDocument));
        _hasDocument = true;
        Comment(comment);
        Map(content);
        _emitter.Emit(new DocumentEnd(isImplicit: true));
    }

    /// <summary>Says something to whoever reads the text. Nothing in it ends the comment.</summary>
    public void Comment(string text)
    {
        foreach (var line in text.Split('\n').Where(static line => line.Length > 0))
        {
            _emitter.Emit(new Comment(new string([.. line.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]), isInline: false));
        }
    }

    public void Field(string key, string value)
    {
        Scalar(key);
        Scalar(value);
    }

    public void Field(string key, Action value)
    {
        Scalar(key);
        Map(value);
    }

    /// <summary>A field whose value is an expression.</summary>
    public void Expression(string key, string value)
    {
        Scalar(key);
        _emitter.Emit(new Scalar(null, null, value, ScalarStyle.Literal, isPlainImplicit: false, isQuotedImplicit: true));
    }

    /// <summary>A field whose value is a list of texts.</summary>
    public void Texts(string key, params string[] values)
    {
        Scalar(key);
        _emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Flow));
        foreach (var value in values)
        {
            Scalar(value);
        }

        _emitter.Emit(new SequenceEnd());
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
        Scalar(key);
        _emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Block));
        content();
        _emitter.Emit(new SequenceEnd());
    }

    /// <summary>A mapping in a list.</summary>
    public void Item(Action content) => Map(content);

    /// <summary>The text of all documents.</summary>
    public override string ToString()
    {
        _emitter.Emit(new StreamEnd());
        return _writer.ToString();
    }

    public void Dispose() => _writer.Dispose();

    private void Map(Action content)
    {
        _emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Block));
        content();
        _emitter.Emit(new MappingEnd());
    }

    private void Scalar(string text) => _emitter.Emit(new Scalar(null, null, text, IsPlain(text) ? ScalarStyle.Plain : text.Any(char.IsControl) ? ScalarStyle.DoubleQuoted : ScalarStyle.SingleQuoted, isPlainImplicit: true, isQuotedImplicit: true));

    /// <summary>Whether no reader takes the text for anything but a text.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0
        && text[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/')
        && !Flags.Contains(text);
}
