using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>What descriptors of one run say for each other: RuntimeClass and Namespace objects over all files.</summary>
public sealed class RunIndex
{
    private readonly Dictionary<string, List<(DescriptorFile File, RuntimeClassObject Class)>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NeedDeclaration>> _namespaceNeeds = new(StringComparer.Ordinal);

    /// <summary>Indexes the files of a run, in the given order.</summary>
    public RunIndex(IEnumerable<DescriptorFile> files)
    {
        foreach (var file in files)
        {
            foreach (var runtimeClass in file.RuntimeClasses)
            {
                Bucket(_classes, runtimeClass.Name).Add((file, runtimeClass));
            }

            foreach (var space in file.Namespaces)
            {
                Bucket(_namespaceNeeds, space.Name).AddRange(space.Needs);
            }
        }
    }

    /// <summary>
    /// The RuntimeClass objects of a name that count for a file: those in the same file where there are any, since they are deployed together;
    /// otherwise all.
    /// </summary>
    public IReadOnlyList<(DescriptorFile File, RuntimeClassObject Class)> RuntimeClasses(string name, DescriptorFile from)
    {
        if (!_classes.TryGetValue(name, out var all))
        {
            return [];
        }

        var near = all.Where(entry => ReferenceEquals(entry.File, from)).ToList();
        return near.Count > 0 ? near : all;
    }

    /// <summary>The needs that a namespace declares.</summary>
    public IReadOnlyList<NeedDeclaration> NamespaceNeeds(string? name) =>
        name is not null && _namespaceNeeds.TryGetValue(name, out var needs) ? needs : [];

    private static List<T> Bucket<T>(Dictionary<string, List<T>> buckets, string key)
    {
        if (!buckets.TryGetValue(key, out var bucket))
        {
            buckets.Add(key, bucket = []);
        }

        return bucket;
    }
}
