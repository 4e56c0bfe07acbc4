using IsolationModel.Cli.Input;
using IsolationModel.Cli.Output;
using IsolationModel.Descriptors;
using IsolationModel.Fixes;
using IsolationModel.Text;

namespace IsolationModel.Cli.Fixing;

/// <summary>A file that is being mended: its bytes as they were read, and what becomes of its text.</summary>
internal sealed class Draft
{
    private readonly byte[] _original;
    private readonly TextForm _form;

    private Draft(InputFile file, byte[] original, string text)
    {
        (File, _original, OriginalText, Text) = (file, original, text, text);
        _form = TextForm.Of(original);
    }

    /// <summary>The file.</summary>
    public InputFile File { get; }

    /// <summary>Its text as it was read.</summary>
    public string OriginalText { get; }

    /// <summary>Its text by now.</summary>
    public string Text { get; private set; }

    /// <summary>What makes <see cref="Text"/> of <see cref="OriginalText"/>.</summary>
    public EditSet Edits { get; private set; } = new();

    /// <summary>Whether anything was changed.</summary>
    public bool IsChanged => !string.Equals(Text, OriginalText, StringComparison.Ordinal);

    /// <summary>Whether a patch can hold it: to git UTF-16 is no text.</summary>
    public bool FitsPatch => _form.IsUtf8;

    /// <summary>The change as a patch.</summary>
    public IReadOnlyList<string> Diff => UnifiedDiff.Of(File.DisplayPath, OriginalText, Edits, _form.HasMark);

    /// <summary>Reads a file in order to mend it.</summary>
    /// <returns>The draft, or why there is none.</returns>
    public static (Draft? Draft, string? Refusal) Open(InputFile file)
    {
        if (file.FullPath is null)
        {
            return (null, "standard input is no file that could be written");
        }

        try
        {
            var length = FileOpening.LengthOf(new FileInfo(file.FullPath));
            if (length == 0)
            {
                // Where there is something to mend, there was a text; a pipe would not give it again.
                return (null, "it is no file that could be written");
            }

            var bytes = Bytes(file.FullPath, length);
            var draft = bytes is not null && TextDecoder.Decode(bytes, bytes.Length, out _) is { } text ? new Draft(file, bytes, text) : null;

            // Nothing but the edits may change, not even how a character is written.
            return draft is not null && draft._form.Encode(draft.Text).AsSpan().SequenceEqual(bytes)
                ? (draft, null)
                : (null, "it has changed while it was judged");
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            return (null, $"it cannot be read: {FileFailure.Reason(error)}");
        }
    }

    /// <summary>Makes edits of the text as it is by now.</summary>
    public void Apply(EditSet edits)
    {
        Text = edits.Apply(Text);
        Edits = Edits.Then(edits);
    }

    /// <summary>Writes the file, unless somebody else has changed it in the meantime.</summary>
    /// <returns>Why it was not written; null where it was.</returns>
    public string? Save()
    {
        var path = File.FullPath!;
        try
        {
            if (!Bytes(path, _original.Length).AsSpan().SequenceEqual(_original))
            {
                return "it has changed since it was read";
            }

            if (new FileInfo(path).IsReadOnly)
            {
                return "it is read-only";
            }

            var bytes = _form.Encode(Text);
            ReportFile.Replace(path, stream => stream.Write(bytes));
            return null;
        }
        catch (Exception error) when (FileFailure.IsAbout(error))
        {
            return FileFailure.Reason(error);
        }
    }

    /// <summary>The bytes of a file; null where there are more than a descriptor may have.</summary>
    private static byte[]? Bytes(string path, long expected)
    {
        using var stream = FileOpening.ToRead(path);
        using var content = BoundedReader.Read(stream, expected, DescriptorLimits.FileSize, CancellationToken.None);
        return content.IsTooLarge ? null : content.Bytes[..content.Count];
    }
}
