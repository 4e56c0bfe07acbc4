namespace IsolationModel.Cli.Tests.Support;

/// <summary>Tests that measure the whole process, so that no others may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>The name of the collection.</summary>
    public const string Name = nameof(Alone);
}
