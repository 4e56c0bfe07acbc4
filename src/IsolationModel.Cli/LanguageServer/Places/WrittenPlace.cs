using IsolationModel.Text;

namespace IsolationModel.Cli.LanguageServer.Places;

/// <summary>A word at a place of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Range">The word; empty where one could be written.</param>
/// <param name="Word">Its characters.</param>
internal sealed record WrittenPlace(PlaceKind Kind, TextRange Range, string Word);
