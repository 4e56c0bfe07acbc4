using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>A text that declares needs, with its place.</summary>
/// <param name="Carrier">What the text may hold.</param>
/// <param name="Scope">How near to the workload it stands.</param>
/// <param name="Text">The text as its reader sees it.</param>
/// <param name="File">The file's path as it shall be shown; empty for the command line.</param>
/// <param name="Lines">Turns the file's offsets into lines and columns.</param>
/// <param name="Range">Where the text stands.</param>
/// <param name="ContentStart">Offset of the text's first character where it stands character by character; otherwise -1.</param>
/// <param name="AcceptsWeaker">Why a weaker level than one declared farther away is accepted here, or null.</param>
/// <param name="Key">The annotation's key; empty where there is none.</param>
public sealed record NeedDeclaration(
    NeedCarrier Carrier,
    NeedScope Scope,
    string Text,
    string File,
    LineMap Lines,
    TextRange Range,
    int ContentStart,
    string? AcceptsWeaker = null,
    string Key = "")
{
    /// <summary>A declaration for every workload of a run; it stands in no file.</summary>
    /// <param name="carrier">What the text may hold.</param>
    /// <param name="text">The text.</param>
    /// <param name="key">The option or property that holds it, for messages.</param>
    public static NeedDeclaration ForRun(NeedCarrier carrier, string text, string key = "") =>
        new(carrier, NeedScope.Run, text, string.Empty, LineMap.Empty, default, -1, Key: key);

    /// <summary>Whether what cannot be followed in it is told where it stands, and not with each workload that it reaches.</summary>
    public bool IsToldElsewhere { get; init; }

    /// <summary>Whether it stands in a settings file.</summary>
    public bool IsOfSettings { get; init; }

    /// <summary>The place of a part of the text.</summary>
    public TextRange RangeOf(int start, int length) => ContentStart < 0 ? Range : new TextRange(ContentStart + start, length);
}
