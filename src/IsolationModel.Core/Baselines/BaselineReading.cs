using IsolationModel.Text;

namespace IsolationModel.Baselines;

/// <summary>What came of reading a baseline.</summary>
/// <param name="Baseline">The baseline, or null when the text is none.</param>
/// <param name="Position">Where it is broken; the start of the text where it is not.</param>
/// <param name="Problem">Why it is none, one clause without final period; null where it is one.</param>
public sealed record BaselineReading(Baseline? Baseline, TextPosition Position, string? Problem);
