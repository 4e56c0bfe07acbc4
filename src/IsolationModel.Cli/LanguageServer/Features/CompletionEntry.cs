namespace IsolationModel.Cli.LanguageServer.Features;

/// <summary>Something that can be written at a place.</summary>
/// <param name="Text">What is written.</param>
/// <param name="Kind">The symbol that clients show (LSP 3.17, CompletionItemKind).</param>
/// <param name="Detail">What it is, in a few words.</param>
internal sealed record CompletionEntry(string Text, int Kind, string Detail)
{
    /// <summary>A value.</summary>
    public const int Value = 12;

    /// <summary>One of a fixed list.</summary>
    public const int EnumMember = 20;

    /// <summary>Something that stands in another file.</summary>
    public const int Reference = 18;

    /// <summary>A key.</summary>
    public const int Property = 10;
}
