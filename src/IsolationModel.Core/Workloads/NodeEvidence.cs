using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>What a configuration file says about a node fact.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="Holds">Whether the fact holds by this file.</param>
/// <param name="Range">Where the file says so; for a default, what holds the key that is not there.</param>
/// <param name="IsDecisive">Whether the file alone can say that the fact does not hold; otherwise another program may still bring it about.</param>
public sealed record NodeEvidence(string FactId, bool Holds, TextRange Range, bool IsDecisive = true);
