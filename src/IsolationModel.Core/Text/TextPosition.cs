namespace IsolationModel.Text;

/// <summary>A place in a text as people and compilers count it.</summary>
/// <param name="Line">1-based line.</param>
/// <param name="Column">1-based column in UTF-16 code units.</param>
public readonly record struct TextPosition(int Line, int Column);
