using IsolationModel.Text;

namespace IsolationModel.Configuration;

/// <summary>A node fact that settings vouch for.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="Holds">Whether it holds on the nodes.</param>
/// <param name="NameRange">Where its name stands.</param>
/// <param name="ValueRange">Where its value stands.</param>
public sealed record NodeFactSetting(string FactId, bool Holds, TextRange NameRange, TextRange ValueRange);
