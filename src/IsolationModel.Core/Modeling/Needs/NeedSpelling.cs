namespace IsolationModel.Modeling;

/// <summary>A foreign annotation that declares a need.</summary>
/// <param name="Key">The annotation's key.</param>
/// <param name="Value">The annotation's exact value.</param>
/// <param name="NeedId">The need that it declares.</param>
public sealed record NeedSpelling(string Key, string Value, string NeedId);
