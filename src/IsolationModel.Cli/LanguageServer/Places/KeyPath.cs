using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Places;

/// <summary>The scalar around a place, and the keys that lead to it, outermost first; sequences have none.</summary>
/// <param name="Keys">The keys around the scalar; for a value the last one is its own.</param>
/// <param name="Value">The scalar without its quotes.</param>
/// <param name="IsKey">Whether it stands where a key does.</param>
internal sealed record KeyPath(IReadOnlyList<string> Keys, TextRange Value, bool IsKey)
{
    /// <summary>A key, counted from the innermost one; empty where there is none.</summary>
    public string FromEnd(int index) => index < Keys.Count ? Keys[Keys.Count - 1 - index] : string.Empty;
}
