using IsolationModel.Data;

namespace IsolationModel.Modeling.Reading;

/// <summary>Orders overlays so that each comes behind the one that it extends.</summary>
internal static class OverlayOrder
{
    /// <summary>
    /// Takes, again and again, the first overlay (by path) that extends only what is there already. What extends nothing that is there comes last;
    /// reading it reports why.
    /// </summary>
    public static IReadOnlyList<ModelPart> Sort(ModelDefinition model, IReadOnlyList<ModelPart> overlays)
    {
        var waiting = overlays.ToList();
        var sorted = new List<ModelPart>(overlays.Count);
        var below = new HashSet<string>(StringComparer.Ordinal) { model.Id };
        while (waiting.Count > 0)
        {
            var next = waiting.Find(part => Extends(part, below)) ?? waiting[0];
            waiting.Remove(next);
            sorted.Add(next);
            below.Add(IdOf(next) ?? string.Empty);
        }

        return sorted;
    }

    private static bool Extends(ModelPart part, HashSet<string> below) =>
        Model(part) is { } model && model.TryGet("extends", out _, out var extends) && extends is DataMapping { Entries.Count: > 0 } map
        && IsThere(map, below);

    private static bool IsThere(DataMapping extends, HashSet<string> below)
    {
        foreach (var entry in extends.Entries)
        {
            if (!below.Contains(entry.Key.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static string? IdOf(ModelPart part) =>
        Model(part) is { } model && model.TryGet("id", out _, out var id) && id is DataScalar scalar ? scalar.Value : null;

    private static DataMapping? Model(ModelPart part) => part.Root!.Node("model") as DataMapping;
}
