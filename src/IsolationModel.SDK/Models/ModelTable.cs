namespace IsolationModel;

/// <summary>Objects of a model by their ids, in the model's order.</summary>
internal sealed class ModelTable<T>(Model model, string what, (string Id, T Value)[] entries)
    where T : class
{
    private readonly Dictionary<string, T> _byId = entries.ToDictionary(entry => entry.Id, entry => entry.Value, StringComparer.Ordinal);

    public IReadOnlyList<T> All { get; } = [.. entries.Select(entry => entry.Value)];

    /// <summary>An object that generated code says is there.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public T this[string id] => Find(id) ?? throw model.Missing(what, id);

    public T? Find(string? id) => id is not null && _byId.TryGetValue(id, out var value) ? value : null;
}
