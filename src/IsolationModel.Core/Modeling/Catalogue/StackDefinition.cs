namespace IsolationModel.Modeling;

/// <summary>What a stack is made of, outermost first.</summary>
/// <param name="PlatformId">The platform that starts the workload.</param>
/// <param name="RuntimeId">The technology that the platform starts it with.</param>
/// <param name="EngineId">The technology inside that one which runs the workload's code, or null.</param>
public sealed record StackDefinition(string PlatformId, string RuntimeId, string? EngineId);
