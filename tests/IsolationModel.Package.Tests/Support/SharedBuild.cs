namespace IsolationModel.Package.Tests.Support;

/// <summary>Tests that look at the one build of the group.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBuild : ICollectionFixture<ConsumerGroup>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = nameof(ConsumerGroup);
}
